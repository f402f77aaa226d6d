import { lightStem } from "./stems.ts";

/**
 * Words that stand in questions of every subject and say little of what is asked. They are no function words: a text may
 * be found by them, but in a small collection a rare one would weigh as much as a name. Folded, by kind.
 */
const COMMON_WORDS: readonly string[] = [
  // Being, becoming, happening
  "حدث حصل جري وقع صار اصبح اضحي ظل بقي يبقي بات عاد يعود كان يوجد وجد تحول انتهي بدا بدات يبدا بدء استمر يستمر مازال",
  // Doing and making in general
  "فعل يفعل عمل يعمل صنع جعل يجعل جعلت ادي يؤدي تسبب قام يقوم تم يتم اجري اتخذ اخذ ياخذ اعطي يعطي قدم يقدم تقدم وضع يضع استخدم يستخدم استعمل يستعمل تستعمل تستخدم اعتمد يعتمد احتاج يحتاج نحتاج تحتاج استطاع يستطيع امكن يمكن اراد يريد حاول يحاول تمكن ساعد يساعد شمل يشمل تضمن",
  // Saying and thinking
  "قال يقول قالت ذكر يذكر ذكرت صرح اعلن اكد يؤكد وصف يصف راي يري اعتبر يعتبر اعتقد يعتقد توقع يتوقع تتوقع عرف يعرف علم يعلم فهم سمع قرا سال حكي روي شرح وضح اشار افاد بلغني قرات سمعت كلام حديث",
  // Measuring
  "بلغ يبلغ بلغت وصل يصل وصلت ساوي يساوي زاد يزيد قل يقل مقدار كميه عدد حجم قدر نحو حوالي تقريبا معدل درجه مستوي مدي",
  // Things in general
  "شيء اشياء امر امور موضوع مساله قضيه مشكله نوع انواع شكل طريقه طرق وسيله صفه خاصيه ميزه جانب جهه جهات ناحيه مجال حال حاله وضع اسم لقب صاحب اصحاب فكره معني مقصود تعريف مفهوم مثال سؤال جواب دور هدف غرض نتيجه نقطه جزء قسم عنصر عامل عوامل طرف رقم",
  // Time and place in general
  "وقت زمن زمان سنه سنوات عام اعوام شهر اشهر شهور يوم ايام اسبوع اسابيع ساعه ساعات دقيقه تاريخ موعد فتره مده مرحله لحظه بدايه نهايه مطلع اواخر اوائل الان اليوم غدا امس مكان موقع منطقه",
  // People in general
  "شخص اشخاص ناس احد رجل امراه شاب شباب جماعه فرد افراد اناس",
  // Degree and order
  "كبير كبيره كبري اكبر صغير صغيره اصغر كثير كثيره قليل اكثر اقل جديد جديده قديم مهم اهم ابرز افضل احسن رئيسي رئيسيه اساسي عام خاص مختلف معين محدد كامل اول اولي ثاني ثانيه ثالث اخير اخيره سابق حالي حاليه قادم مقبل ماضي ماضيه",
  // English
  "say said tell make made do did get got take took give gave go went come came use used show shown thing things way kind type number amount much many part place name year years month months day days time people person big small new old first last main different name named called",
];

const stems = new Set(COMMON_WORDS.flatMap((line) => line.split(" ").map(lightStem)));

/** A folded term that says little of a question's subject. */
export function isCommonWord(term: string): boolean {
  return stems.has(lightStem(term));
}
