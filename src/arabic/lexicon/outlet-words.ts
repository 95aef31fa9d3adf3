/** Words, folded, of the names of papers and channels; a line that holds one names no person. */
export const OUTLET_WORD =
  /^(?:اليوم|نيوز|برس|نت|اونلاين|الالكتروني|الالكترونيه|الاخباري|الاخباريه|(?:ال)?(?:قناه|صحيفه|جريده|وكاله|وكالات|موقع|شبكه|اذاعه|راديو|تلفزيون|مجله|مكتب|مركز|قسم|وزاره|متابعات|متابعه|رصد|خاص))$/;
