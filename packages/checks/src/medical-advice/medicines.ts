/**
 * Medicines that people with MS take, by their international names and those they are sold under in Britain and Ireland
 * (from public lists of NHS England and the MS charities), and for other conditions the endings WHO gives to whole classes.
 */
export const namesOfMedicines: readonly string[] = [
  '(ocrelizumab|ocrevus|ofatumumab|kesimpta|natalizumab|tysabri|alemtuzumab|lemtrada|cladribine|mavenclad)',
  '(fingolimod|gilenya|siponimod|mayzent|ponesimod|ponvory|ozanimod|zeposia|teriflunomide|aubagio)',
  '(dimethyl fumarate|tecfidera|vumerity|diroximel|glatiramer|copaxone|interferon|avonex|rebif|betaferon|extavia|plegridy)',
  '(rituximab|mitoxantrone|ublituximab|briumvi|hsct|stem cells?)',
  '(baclofen|tizanidine|dantrolene|sativex|nabiximols|gabapentin|pregabalin|duloxetine|amitriptyline|nortriptyline)',
  '(fampridine|fampyra|modafinil|amantadine|oxybutynin|solifenacin|mirabegron|botox|methylprednisolone|prednisolone|steroids?)',
  '(ldn|low dose naltrexone|naltrexone|sertraline|citalopram|fluoxetine|mirtazapine|paracetamol|ibuprofen|tramadol|codeine|morphine)',
  '(insulin|metformin|warfarin|levothyroxine|methotrexate|levodopa|madopar|sinemet)',
  '[a-z]{3,12}(mab|nib|limod|statin|prazole|sartan|cillin|azole|oxetine|triptan|gliptin|gliflozin|setron|tidine|barbital|azepam)',
];

/** What people take besides. */
export const somethingTaken: readonly string[] = [
  '(vitamin|vit) ?(d|d3|b12|b|c|k|k2|biotin)',
  "(biotin|magnesium|turmeric|cbd|cannabis|thc|omega|fish oil|probiotics|keto|fasting|bee venom|lion's mane|mushrooms|hyperbaric oxygen)",
  '(dmt|dmts|dmd|dmds|meds|medication|medicines|tablets|pills|injections|infusion|infusions|treatment|jab|vaccine|dose|supplements?)',
];
