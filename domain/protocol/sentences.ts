/** What a denial says to a person: what is wrong and what to do next, in the three languages. */

import { type Denial, type DenialReason, denialReasons, type WireError } from "../errors";
import type { Language } from "../vocabulary";

type Sentences = Record<Language, string>;

/** Khmer and Lao await native review (docs/native-review.md). `{path}` is the field that is wrong. */
export const sentences: Record<DenialReason, Sentences> = {
  "bad-form": {
    en: "This entry is not complete or not allowed: check {path}, then send again.",
    km: "ទិន្នន័យនេះមិនពេញលេញ ឬមិនត្រឹមត្រូវ៖ សូមពិនិត្យ {path} រួចផ្ញើម្តងទៀត។",
    lo: "ຂໍ້ມູນນີ້ບໍ່ຄົບ ຫຼື ບໍ່ຖືກຕ້ອງ: ກະລຸນາກວດ {path} ແລ້ວສົ່ງໃໝ່.",
  },
  "bad-text": {
    en: "The text in {path} has characters that cannot be stored. Remove them, then send again.",
    km: "អត្ថបទក្នុង {path} មានតួអក្សរដែលមិនអាចរក្សាទុកបាន។ សូមលុបវាចេញ រួចផ្ញើម្តងទៀត។",
    lo: "ຂໍ້ຄວາມໃນ {path} ມີຕົວອັກສອນທີ່ເກັບບໍ່ໄດ້. ກະລຸນາລຶບອອກ ແລ້ວສົ່ງໃໝ່.",
  },
  "unknown-command": {
    en: "This server does not know this command. Reload the page, then try again.",
    km: "ម៉ាស៊ីនមេនេះមិនស្គាល់ពាក្យបញ្ជានេះទេ។ សូមផ្ទុកទំព័រឡើងវិញ រួចព្យាយាមម្តងទៀត។",
    lo: "ເຊີບເວີນີ້ບໍ່ຮູ້ຈັກຄຳສັ່ງນີ້. ກະລຸນາໂຫຼດໜ້າໃໝ່ ແລ້ວລອງອີກ.",
  },
  "future-time": {
    en: "The time in {path} is in the future or too long ago. Correct it, then send again.",
    km: "ពេលវេលាក្នុង {path} នៅអនាគត ឬយូរពេក។ សូមកែ រួចផ្ញើម្តងទៀត។",
    lo: "ເວລາໃນ {path} ຢູ່ໃນອະນາຄົດ ຫຼື ດົນເກີນໄປ. ກະລຸນາແກ້ໄຂ ແລ້ວສົ່ງໃໝ່.",
  },
  "foreign-subject": {
    en: "A new record must carry your own country's mark. Reload the page, then try again.",
    km: "កំណត់ត្រាថ្មីត្រូវមានសញ្ញាប្រទេសរបស់អ្នក។ សូមផ្ទុកទំព័រឡើងវិញ រួចព្យាយាមម្តងទៀត។",
    lo: "ບັນທຶກໃໝ່ຕ້ອງມີເຄື່ອງໝາຍປະເທດຂອງທ່ານ. ກະລຸນາໂຫຼດໜ້າໃໝ່ ແລ້ວລອງອີກ.",
  },
  "id-reused": {
    en: "This command was already used for something else. Nothing was changed; send it again as new.",
    km: "ពាក្យបញ្ជានេះត្រូវបានប្រើរួចសម្រាប់រឿងផ្សេង។ គ្មានអ្វីផ្លាស់ប្តូរទេ សូមផ្ញើជាថ្មី។",
    lo: "ຄຳສັ່ງນີ້ຖືກໃຊ້ແລ້ວສຳລັບເລື່ອງອື່ນ. ບໍ່ມີຫຍັງປ່ຽນແປງ; ກະລຸນາສົ່ງເປັນຄຳສັ່ງໃໝ່.",
  },
  "signed-out": {
    en: "You are no longer signed in. Sign in again; what you typed is kept on this screen.",
    km: "អ្នកបានចេញពីប្រព័ន្ធហើយ។ សូមចូលម្តងទៀត អ្វីដែលអ្នកបានវាយនៅលើអេក្រង់នេះដដែល។",
    lo: "ທ່ານອອກຈາກລະບົບແລ້ວ. ກະລຸນາເຂົ້າໃໝ່; ສິ່ງທີ່ທ່ານພິມຍັງຢູ່ໃນໜ້າຈໍນີ້.",
  },
  "role-may-not": {
    en: "Your role may not do this. Ask a colleague whose role allows it.",
    km: "តួនាទីរបស់អ្នកមិនអាចធ្វើការនេះបានទេ។ សូមស្នើមិត្តរួមការងារដែលមានសិទ្ធិ។",
    lo: "ໜ້າທີ່ຂອງທ່ານເຮັດສິ່ງນີ້ບໍ່ໄດ້. ກະລຸນາຂໍໃຫ້ເພື່ອນຮ່ວມງານທີ່ມີສິດ.",
  },
  "not-the-owner": {
    en: "This incident belongs to the other country. You may add a note, your own assessment, or ask them.",
    km: "ហេតុការណ៍នេះជារបស់ប្រទេសម្ខាងទៀត។ អ្នកអាចបន្ថែមកំណត់ចំណាំ ការវាយតម្លៃរបស់អ្នក ឬសួរពួកគេ។",
    lo: "ເຫດການນີ້ເປັນຂອງອີກປະເທດໜຶ່ງ. ທ່ານສາມາດເພີ່ມບັນທຶກ, ການປະເມີນຂອງທ່ານ ຫຼື ຖາມເຂົາເຈົ້າ.",
  },
  "not-the-originator": {
    en: "Only the country that released this may take it back. Ask their commander.",
    km: "មានតែប្រទេសដែលបានបញ្ចេញព័ត៌មាននេះទេ ដែលអាចដកវិញបាន។ សូមស្នើមេបញ្ជាការរបស់ពួកគេ។",
    lo: "ມີແຕ່ປະເທດທີ່ເຜີຍແຜ່ຂໍ້ມູນນີ້ເທົ່ານັ້ນທີ່ຖອນຄືນໄດ້. ກະລຸນາຂໍຜູ້ບັນຊາການຂອງເຂົາເຈົ້າ.",
  },
  "own-country-may-not": {
    en: "This step belongs to the other country. Wait for them, or call them.",
    km: "ជំហាននេះជារបស់ប្រទេសម្ខាងទៀត។ សូមរង់ចាំ ឬទូរស័ព្ទទៅពួកគេ។",
    lo: "ຂັ້ນຕອນນີ້ເປັນຂອງອີກປະເທດໜຶ່ງ. ກະລຸນາລໍຖ້າ ຫຼື ໂທຫາເຂົາເຈົ້າ.",
  },
  "four-eyes": {
    en: "Somebody else must decide this: you wrote, changed or asked for it. Ask another commander.",
    km: "អ្នកផ្សេងត្រូវសម្រេចរឿងនេះ៖ អ្នកបានសរសេរ កែ ឬស្នើវា។ សូមស្នើមេបញ្ជាការម្នាក់ទៀត។",
    lo: "ຕ້ອງໃຫ້ຜູ້ອື່ນຕັດສິນ: ທ່ານເປັນຜູ້ຂຽນ, ແກ້ໄຂ ຫຼື ສະເໜີ. ກະລຸນາຂໍຜູ້ບັນຊາການຄົນອື່ນ.",
  },
  "not-the-author": {
    en: "Only its author or a commander of the same country may do this.",
    km: "មានតែអ្នកសរសេរ ឬមេបញ្ជាការនៃប្រទេសដដែលប៉ុណ្ណោះដែលអាចធ្វើការនេះ។",
    lo: "ມີແຕ່ຜູ້ຂຽນ ຫຼື ຜູ້ບັນຊາການຂອງປະເທດດຽວກັນເທົ່ານັ້ນທີ່ເຮັດໄດ້.",
  },
  "flag-officer-only": {
    en: "Only a protection officer may clear a protection flag. Ask one to do so.",
    km: "មានតែមន្ត្រីការពារប៉ុណ្ណោះដែលអាចដកសញ្ញាការពារ។ សូមស្នើមន្ត្រីការពារ។",
    lo: "ມີແຕ່ເຈົ້າໜ້າທີ່ປົກປ້ອງເທົ່ານັ້ນທີ່ຖອນເຄື່ອງໝາຍປົກປ້ອງໄດ້. ກະລຸນາຂໍໃຫ້ເຈົ້າໜ້າທີ່ປົກປ້ອງ.",
  },
  "not-there": {
    en: "This is not in your picture. It may have been archived or taken back; look in the history.",
    km: "រឿងនេះមិនមានក្នុងរូបភាពរបស់អ្នកទេ។ វាអាចត្រូវបានទុកក្នុងបណ្ណសារ ឬដកវិញ សូមមើលប្រវត្តិ។",
    lo: "ສິ່ງນີ້ບໍ່ມີໃນພາບຂອງທ່ານ. ອາດຖືກເກັບເຂົ້າຄັງ ຫຼື ຖອນຄືນ; ກະລຸນາເບິ່ງປະຫວັດ.",
  },
  "subject-taken": {
    en: "This record exists already. Nothing was changed; look for it in the list.",
    km: "កំណត់ត្រានេះមានរួចហើយ។ គ្មានអ្វីផ្លាស់ប្តូរទេ សូមរកវាក្នុងបញ្ជី។",
    lo: "ບັນທຶກນີ້ມີແລ້ວ. ບໍ່ມີຫຍັງປ່ຽນແປງ; ກະລຸນາຊອກໃນລາຍການ.",
  },
  "wrong-status": {
    en: "This step does not fit the state of the incident any more. Look at its timeline, then decide again.",
    km: "ជំហាននេះលែងសមនឹងស្ថានភាពហេតុការណ៍។ សូមមើលកាលប្បវត្តិ រួចសម្រេចម្តងទៀត។",
    lo: "ຂັ້ນຕອນນີ້ບໍ່ເໝາະກັບສະພາບຂອງເຫດການອີກແລ້ວ. ກະລຸນາເບິ່ງລຳດັບເວລາ ແລ້ວຕັດສິນໃໝ່.",
  },
  "wrong-sharing": {
    en: "This step does not fit how the incident is shared now. Look at its timeline, then decide again.",
    km: "ជំហាននេះមិនសមនឹងការចែករំលែកបច្ចុប្បន្ននៃហេតុការណ៍។ សូមមើលកាលប្បវត្តិ រួចសម្រេចម្តងទៀត។",
    lo: "ຂັ້ນຕອນນີ້ບໍ່ເໝາະກັບການແບ່ງປັນຂອງເຫດການໃນປັດຈຸບັນ. ກະລຸນາເບິ່ງລຳດັບເວລາ ແລ້ວຕັດສິນໃໝ່.",
  },
  "already-read": {
    en: "Your centre has marked this as read already. Nothing more is needed.",
    km: "មជ្ឈមណ្ឌលរបស់អ្នកបានសម្គាល់ថាអានរួចហើយ។ មិនត្រូវការអ្វីទៀតទេ។",
    lo: "ສູນຂອງທ່ານໝາຍວ່າອ່ານແລ້ວ. ບໍ່ຕ້ອງເຮັດຫຍັງອີກ.",
  },
  "already-struck": {
    en: "This entry is struck through already. Nothing more is needed.",
    km: "ធាតុនេះត្រូវបានគូសចោលរួចហើយ។ មិនត្រូវការអ្វីទៀតទេ។",
    lo: "ລາຍການນີ້ຖືກຂີດອອກແລ້ວ. ບໍ່ຕ້ອງເຮັດຫຍັງອີກ.",
  },
  "not-released": {
    en: "This is not released to the other country. Ask for its release first, or keep the entry national.",
    km: "រឿងនេះមិនទាន់បញ្ចេញទៅប្រទេសម្ខាងទៀតទេ។ សូមស្នើសុំបញ្ចេញជាមុន ឬទុកជាព័ត៌មានជាតិ។",
    lo: "ສິ່ງນີ້ຍັງບໍ່ໄດ້ເຜີຍແຜ່ໃຫ້ອີກປະເທດ. ກະລຸນາຂໍເຜີຍແຜ່ກ່ອນ ຫຼື ເກັບໄວ້ພາຍໃນຊາດ.",
  },
  "protection-flag": {
    en: "Somebody here asked for protection. A protection officer must clear the flag before this can cross.",
    km: "មានអ្នកសុំការការពារ។ មន្ត្រីការពារត្រូវដកសញ្ញាជាមុន ទើបរឿងនេះអាចឆ្លងដែនបាន។",
    lo: "ມີຜູ້ຂໍການປົກປ້ອງ. ເຈົ້າໜ້າທີ່ປົກປ້ອງຕ້ອງຖອນເຄື່ອງໝາຍກ່ອນຈຶ່ງສົ່ງຂ້າມໄດ້.",
  },
  "no-exact-place": {
    en: "The exact place may not be released for this incident. Release it with the coarse place.",
    km: "ទីតាំងពិតប្រាកដមិនអាចបញ្ចេញសម្រាប់ហេតុការណ៍នេះទេ។ សូមបញ្ចេញជាមួយទីតាំងប្រហែល។",
    lo: "ບໍ່ສາມາດເຜີຍແຜ່ສະຖານທີ່ແນ່ນອນສຳລັບເຫດການນີ້. ກະລຸນາເຜີຍແຜ່ດ້ວຍສະຖານທີ່ໂດຍປະມານ.",
  },
  "not-urgent": {
    en: "One person may release alone only for danger to life. Ask for a release, and a commander approves it.",
    km: "ម្នាក់ឯងអាចបញ្ចេញបានតែពេលមានគ្រោះថ្នាក់ដល់ជីវិត។ សូមស្នើសុំបញ្ចេញ ហើយមេបញ្ជាការនឹងអនុម័ត។",
    lo: "ຜູ້ດຽວເຜີຍແຜ່ໄດ້ສະເພາະເມື່ອມີອັນຕະລາຍຕໍ່ຊີວິດ. ກະລຸນາຂໍເຜີຍແຜ່ ແລະ ຜູ້ບັນຊາການຈະອະນຸມັດ.",
  },
  "changed-since": {
    en: "Somebody changed {path} while you were editing. Look at the new value, then decide again.",
    km: "មានអ្នកបានកែ {path} ខណៈអ្នកកំពុងកែ។ សូមមើលតម្លៃថ្មី រួចសម្រេចម្តងទៀត។",
    lo: "ມີຄົນປ່ຽນ {path} ໃນຂະນະທີ່ທ່ານແກ້ໄຂ. ກະລຸນາເບິ່ງຄ່າໃໝ່ ແລ້ວຕັດສິນໃໝ່.",
  },
  "nothing-to-change": {
    en: "It already is as you ask. Nothing was changed.",
    km: "វាដូចដែលអ្នកស្នើរួចហើយ។ គ្មានអ្វីផ្លាស់ប្តូរទេ។",
    lo: "ເປັນຕາມທີ່ທ່ານຂໍແລ້ວ. ບໍ່ມີຫຍັງປ່ຽນແປງ.",
  },
  "bad-target": {
    en: "The other incident in {path} does not fit: it must be open, yours, and shared as widely as this one.",
    km: "ហេតុការណ៍ផ្សេងក្នុង {path} មិនសម៖ វាត្រូវតែបើក ជារបស់អ្នក និងចែករំលែកដូចគ្នា។",
    lo: "ເຫດການອື່ນໃນ {path} ບໍ່ເໝາະ: ຕ້ອງເປີດຢູ່, ເປັນຂອງທ່ານ ແລະ ແບ່ງປັນເທົ່າກັນ.",
  },
  "unit-unavailable": {
    en: "This unit cannot take the task: it is not yours, out of service, or has it already. Choose another.",
    km: "អង្គភាពនេះមិនអាចទទួលកិច្ចការបានទេ៖ មិនមែនរបស់អ្នក ផ្អាកសេវា ឬមានវារួចហើយ។ សូមជ្រើសអង្គភាពផ្សេង។",
    lo: "ໜ່ວຍນີ້ຮັບວຽກບໍ່ໄດ້: ບໍ່ແມ່ນຂອງທ່ານ, ຢຸດໃຫ້ບໍລິການ ຫຼື ມີວຽກນີ້ແລ້ວ. ກະລຸນາເລືອກໜ່ວຍອື່ນ.",
  },
  "not-confirmed": {
    en: "Both sides must confirm the handover before it can be completed. Confirm yours, or wait for theirs.",
    km: "ភាគីទាំងពីរត្រូវបញ្ជាក់ការប្រគល់មុននឹងបញ្ចប់។ សូមបញ្ជាក់របស់អ្នក ឬរង់ចាំរបស់ពួកគេ។",
    lo: "ທັງສອງຝ່າຍຕ້ອງຢືນຢັນການມອບກ່ອນຈຶ່ງສຳເລັດໄດ້. ກະລຸນາຢືນຢັນຝ່າຍທ່ານ ຫຼື ລໍຖ້າເຂົາເຈົ້າ.",
  },
  "time-order": {
    en: "The time in {path} lies before the step that went before it. Correct it, then send again.",
    km: "ពេលវេលាក្នុង {path} នៅមុនជំហានមុន។ សូមកែ រួចផ្ញើម្តងទៀត។",
    lo: "ເວລາໃນ {path} ຢູ່ກ່ອນຂັ້ນຕອນກ່ອນໜ້າ. ກະລຸນາແກ້ໄຂ ແລ້ວສົ່ງໃໝ່.",
  },
  archived: {
    en: "This incident is archived and cannot be opened again. Report a new one and link it.",
    km: "ហេតុការណ៍នេះនៅក្នុងបណ្ណសារ ហើយមិនអាចបើកឡើងវិញបានទេ។ សូមរាយការណ៍ថ្មី រួចភ្ជាប់វា។",
    lo: "ເຫດການນີ້ຢູ່ໃນຄັງ ແລະ ເປີດຄືນບໍ່ໄດ້. ກະລຸນາລາຍງານໃໝ່ ແລ້ວເຊື່ອມຕໍ່.",
  },
  "too-fast": {
    en: "Too many commands at once. Wait a moment, then send again.",
    km: "ពាក្យបញ្ជាច្រើនពេកក្នុងពេលតែមួយ។ សូមរង់ចាំបន្តិច រួចផ្ញើម្តងទៀត។",
    lo: "ຄຳສັ່ງຫຼາຍເກີນໄປໃນເວລາດຽວກັນ. ກະລຸນາລໍຖ້າ ແລ້ວສົ່ງໃໝ່.",
  },
  "too-long": {
    en: "This is too large to send. Shorten it, then send again.",
    km: "ទិន្នន័យនេះធំពេកមិនអាចផ្ញើបាន។ សូមធ្វើឱ្យខ្លី រួចផ្ញើម្តងទៀត។",
    lo: "ຂໍ້ມູນນີ້ໃຫຍ່ເກີນໄປ. ກະລຸນາຫຍໍ້ລົງ ແລ້ວສົ່ງໃໝ່.",
  },
  "not-saved": {
    en: "This could not be saved just now. It is kept here and sent again by itself.",
    km: "មិនអាចរក្សាទុកបាននៅពេលនេះទេ។ វាត្រូវបានរក្សានៅទីនេះ ហើយនឹងផ្ញើម្តងទៀតដោយខ្លួនឯង។",
    lo: "ບັນທຶກບໍ່ໄດ້ໃນຕອນນີ້. ຖືກເກັບໄວ້ທີ່ນີ້ ແລະ ຈະສົ່ງໃໝ່ເອງ.",
  },
};

/** A denial as it goes over the wire, in the reader's language. */
export function toWireError(denial: Denial, lang: Language): WireError {
  const { reason, path } = denial;
  const message = sentences[reason][lang].replace("{path}", path ?? "?");
  return { code: denialReasons[reason], message, reason, ...(path ? { path } : {}) };
}
