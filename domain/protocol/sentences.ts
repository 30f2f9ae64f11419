/** What a denial says to a person: what is wrong and what to do next, in the three languages. */

import { type Denial, type DenialReason, denialReasons, type WireError } from "../errors";
import type { Language } from "../vocabulary";

type Sentences = Record<Language, string>;

/** Khmer and Lao await native review (docs/native-review.md). `{path}` is the field that is wrong. */
export const sentences: Record<DenialReason, Sentences> = {
  "bad-form": {
    en: "This entry is incomplete or not allowed: check {path}, then send again.",
    km: "ទិន្នន័យនេះមិនពេញលេញ ឬមិនត្រឹមត្រូវ៖ សូមពិនិត្យ {path} រួចផ្ញើម្ដងទៀត។",
    lo: "ຂໍ້ມູນນີ້ບໍ່ຄົບ ຫຼື ບໍ່ຖືກຕ້ອງ: ກະລຸນາກວດ {path} ແລ້ວສົ່ງໃໝ່.",
  },
  "bad-text": {
    en: "The text in {path} has characters that cannot be saved. Remove them, then send again.",
    km: "អត្ថបទក្នុង {path} មានតួអក្សរដែលមិនអាចរក្សាទុកបាន។ សូមលុបវាចេញ រួចផ្ញើម្ដងទៀត។",
    lo: "ຂໍ້ຄວາມໃນ {path} ມີຕົວອັກສອນທີ່ເກັບບໍ່ໄດ້. ກະລຸນາລຶບອອກ ແລ້ວສົ່ງໃໝ່.",
  },
  "unknown-command": {
    en: "This server does not know this command. Reload the page, then try again.",
    km: "ម៉ាស៊ីនមេនេះមិនស្គាល់ពាក្យបញ្ជានេះទេ។ សូមផ្ទុកទំព័រឡើងវិញ រួចព្យាយាមម្ដងទៀត។",
    lo: "ເຊີບເວີນີ້ບໍ່ຮູ້ຈັກຄຳສັ່ງນີ້. ກະລຸນາໂຫຼດໜ້າໃໝ່ ແລ້ວລອງອີກ.",
  },
  "future-time": {
    en: "The time in {path} is in the future or too long ago. Correct it, then send again.",
    km: "ពេលវេលាក្នុង {path} នៅអនាគត ឬយូរពេក។ សូមកែ រួចផ្ញើម្ដងទៀត។",
    lo: "ເວລາໃນ {path} ຢູ່ໃນອະນາຄົດ ຫຼື ດົນເກີນໄປ. ກະລຸນາແກ້ໄຂ ແລ້ວສົ່ງໃໝ່.",
  },
  ahead: {
    en: "The number in {path} is past what this server holds. Reload the page, then try again.",
    km: "លេខក្នុង {path} លើសពីអ្វីដែលម៉ាស៊ីនមេនេះមាន។ សូមផ្ទុកទំព័រឡើងវិញ រួចព្យាយាមម្ដងទៀត។",
    lo: "ຕົວເລກໃນ {path} ເກີນສິ່ງທີ່ເຊີບເວີນີ້ມີ. ກະລຸນາໂຫຼດໜ້າໃໝ່ ແລ້ວລອງອີກ.",
  },
  "foreign-subject": {
    en: "A new record must carry your own country's code. Reload the page, then try again.",
    km: "កំណត់ត្រាថ្មីត្រូវមានកូដប្រទេសរបស់អ្នក។ សូមផ្ទុកទំព័រឡើងវិញ រួចព្យាយាមម្ដងទៀត។",
    lo: "ບັນທຶກໃໝ່ຕ້ອງມີລະຫັດປະເທດຂອງທ່ານ. ກະລຸນາໂຫຼດໜ້າໃໝ່ ແລ້ວລອງອີກ.",
  },
  "historical-danger": {
    en: "History cannot be danger to life now. Leave one of the two out, then send again.",
    km: "រឿងពីមុនមិនអាចជាគ្រោះថ្នាក់ដល់ជីវិតនៅពេលនេះទេ។ សូមដកមួយចេញ រួចផ្ញើម្ដងទៀត។",
    lo: "ເລື່ອງໃນອະດີດເປັນອັນຕະລາຍເຖິງຊີວິດໃນຕອນນີ້ບໍ່ໄດ້. ກະລຸນາເອົາອອກອັນໜຶ່ງ ແລ້ວສົ່ງໃໝ່.",
  },
  "id-reused": {
    en: "This command was used for something else already. Nothing was changed; send it again as new.",
    km: "ពាក្យបញ្ជានេះត្រូវបានប្រើរួចសម្រាប់រឿងផ្សេង។ គ្មានអ្វីផ្លាស់ប្ដូរទេ សូមផ្ញើជាថ្មី។",
    lo: "ຄຳສັ່ງນີ້ຖືກໃຊ້ແລ້ວສຳລັບເລື່ອງອື່ນ. ບໍ່ມີຫຍັງປ່ຽນແປງ; ກະລຸນາສົ່ງເປັນຄຳສັ່ງໃໝ່.",
  },
  "signed-out": {
    en: "Signed out. Sign in again; what you typed is kept on this screen.",
    km: "អ្នកបានចាកចេញពីប្រព័ន្ធហើយ។ សូមចូលម្ដងទៀត អ្វីដែលអ្នកបានវាយនៅលើអេក្រង់នេះដដែល។",
    lo: "ທ່ານອອກຈາກລະບົບແລ້ວ. ກະລຸນາເຂົ້າສູ່ລະບົບໃໝ່; ສິ່ງທີ່ທ່ານພິມຍັງຢູ່ໃນໜ້າຈໍນີ້.",
  },
  "role-may-not": {
    en: "Your role may not do this. Ask a colleague whose role allows it.",
    km: "តួនាទីរបស់អ្នកមិនអាចធ្វើការនេះបានទេ។ សូមស្នើមិត្តរួមការងារដែលមានសិទ្ធិ។",
    lo: "ໜ້າທີ່ຂອງທ່ານເຮັດສິ່ງນີ້ບໍ່ໄດ້. ກະລຸນາຂໍໃຫ້ເພື່ອນຮ່ວມງານທີ່ມີສິດ.",
  },
  "not-the-owner": {
    en: "This incident belongs to the partner. You may add a note, assess it yourself, or ask them.",
    km: "ហេតុការណ៍នេះជារបស់ភាគីដៃគូ។ អ្នកអាចបន្ថែមកំណត់ចំណាំ ការវាយតម្លៃរបស់អ្នក ឬស្នើសុំពួកគេ។",
    lo: "ເຫດການນີ້ເປັນຂອງຝ່າຍຄູ່ຮ່ວມ. ທ່ານສາມາດເພີ່ມໝາຍເຫດ, ການປະເມີນຂອງທ່ານ ຫຼື ຮ້ອງຂໍຫາເຂົາເຈົ້າ.",
  },
  "not-the-originator": {
    en: "Only the country that first released this may do that. Ask their commander.",
    km: "មានតែប្រទេសដែលបានចែករំលែកព័ត៌មាននេះមុនគេទេ ដែលអាចធ្វើបាន។ សូមស្នើមេបញ្ជាការរបស់ពួកគេ។",
    lo: "ມີແຕ່ປະເທດທີ່ແບ່ງປັນຂໍ້ມູນນີ້ກ່ອນເທົ່ານັ້ນທີ່ເຮັດໄດ້. ກະລຸນາຂໍຜູ້ບັນຊາການຂອງເຂົາເຈົ້າ.",
  },
  "revise-instead": {
    en: "Your country sets the handling of this itself. Change it in the incident, without a proposal.",
    km: "ប្រទេសអ្នកកំណត់លក្ខខណ្ឌប្រើប្រាស់នេះដោយខ្លួនឯង។ សូមកែវាក្នុងហេតុការណ៍ ដោយមិនបាច់ស្នើ។",
    lo: "ປະເທດທ່ານກຳນົດເງື່ອນໄຂການນຳໃຊ້ນີ້ເອງ. ກະລຸນາແກ້ໃນເຫດການ ໂດຍບໍ່ຕ້ອງສະເໜີ.",
  },
  "own-country-may-not": {
    en: "This step is the partner's. Wait for them, or call them.",
    km: "ជំហាននេះជារបស់ភាគីដៃគូ។ សូមរង់ចាំ ឬទូរស័ព្ទទៅពួកគេ។",
    lo: "ຂັ້ນຕອນນີ້ເປັນຂອງຝ່າຍຄູ່ຮ່ວມ. ກະລຸນາລໍຖ້າ ຫຼື ໂທຫາເຂົາເຈົ້າ.",
  },
  "four-eyes": {
    en: "Two-person rule: you reported, revised or asked for this, so another commander must decide it.",
    km: "គោលការណ៍ពីរនាក់៖ អ្នកបានរាយការណ៍ កែ ឬស្នើរឿងនេះ ដូច្នេះមេបញ្ជាការម្នាក់ទៀតត្រូវសម្រេច។",
    lo: "ຫຼັກການສອງຄົນ: ທ່ານເປັນຜູ້ລາຍງານ, ແກ້ໄຂ ຫຼື ຂໍ ຜູ້ບັນຊາການຄົນອື່ນຈຶ່ງຕ້ອງຕັດສິນ.",
  },
  "not-the-author": {
    en: "Only its author or a commander of the same country may do this.",
    km: "មានតែអ្នកសរសេរ ឬមេបញ្ជាការនៃប្រទេសដដែលប៉ុណ្ណោះដែលអាចធ្វើការនេះ។",
    lo: "ມີແຕ່ຜູ້ຂຽນ ຫຼື ຜູ້ບັນຊາການຂອງປະເທດດຽວກັນເທົ່ານັ້ນທີ່ເຮັດໄດ້.",
  },
  "flag-officer-only": {
    en: "Only a protection officer may clear a protection flag. Ask one to do so.",
    km: "មានតែមន្ត្រីការពារជនរងគ្រោះប៉ុណ្ណោះដែលអាចដកសញ្ញាការពារ។ សូមស្នើមន្ត្រីនោះ។",
    lo: "ມີແຕ່ເຈົ້າໜ້າທີ່ປົກປ້ອງຜູ້ຖືກເຄາະຮ້າຍເທົ່ານັ້ນທີ່ຖອນເຄື່ອງໝາຍປົກປ້ອງໄດ້. ກະລຸນາຂໍໃຫ້ເຈົ້າໜ້າທີ່ນັ້ນ.",
  },
  "not-there": {
    en: "This is not available to you. It may have been archived or recalled; look in the history.",
    km: "រឿងនេះមិនមានក្នុងទិន្នន័យរបស់អ្នកទេ។ វាអាចត្រូវបានដាក់បណ្ណសារ ឬដកការចែករំលែកវិញ សូមមើលប្រវត្តិ។",
    lo: "ສິ່ງນີ້ບໍ່ມີໃນຂໍ້ມູນຂອງທ່ານ. ອາດຖືກເກັບເຂົ້າຄັງ ຫຼື ຖອນການແບ່ງປັນ; ກະລຸນາເບິ່ງປະຫວັດ.",
  },
  "subject-taken": {
    en: "This record exists already. Nothing was changed; look for it in the list.",
    km: "កំណត់ត្រានេះមានរួចហើយ។ គ្មានអ្វីផ្លាស់ប្ដូរទេ សូមរកវាក្នុងបញ្ជី។",
    lo: "ບັນທຶກນີ້ມີແລ້ວ. ບໍ່ມີຫຍັງປ່ຽນແປງ; ກະລຸນາຊອກໃນລາຍການ.",
  },
  "wrong-status": {
    en: "This step no longer fits the status of the incident. Check its timeline, then decide again.",
    km: "ជំហាននេះលែងសមនឹងស្ថានភាពហេតុការណ៍។ សូមមើលលំដាប់ពេលវេលា រួចសម្រេចម្ដងទៀត។",
    lo: "ຂັ້ນຕອນນີ້ບໍ່ເໝາະກັບສະຖານະຂອງເຫດການອີກແລ້ວ. ກະລຸນາເບິ່ງລຳດັບເວລາ ແລ້ວຕັດສິນໃໝ່.",
  },
  "wrong-sharing": {
    en: "This step does not fit how the incident is shared now. Check its timeline, then decide again.",
    km: "ជំហាននេះមិនសមនឹងការចែករំលែកបច្ចុប្បន្ននៃហេតុការណ៍។ សូមមើលលំដាប់ពេលវេលា រួចសម្រេចម្ដងទៀត។",
    lo: "ຂັ້ນຕອນນີ້ບໍ່ເໝາະກັບການແບ່ງປັນຂອງເຫດການໃນປັດຈຸບັນ. ກະລຸນາເບິ່ງລຳດັບເວລາ ແລ້ວຕັດສິນໃໝ່.",
  },
  "already-read": {
    en: "Your centre has marked this as read already. Nothing more is needed.",
    km: "មជ្ឈមណ្ឌលរបស់អ្នកបានកត់ថាបានអានរួចហើយ។ មិនត្រូវការអ្វីទៀតទេ។",
    lo: "ສູນຂອງທ່ານໝາຍວ່າອ່ານແລ້ວ. ບໍ່ຕ້ອງເຮັດຫຍັງອີກ.",
  },
  "already-struck": {
    en: "This entry is struck out already. Nothing more is needed.",
    km: "ធាតុនេះត្រូវបានគូសចោលរួចហើយ។ មិនត្រូវការអ្វីទៀតទេ។",
    lo: "ລາຍການນີ້ຖືກຂີດຂ້າແລ້ວ. ບໍ່ຕ້ອງເຮັດຫຍັງອີກ.",
  },
  "not-released": {
    en: "This is not released to the partner. Request its release first, or keep the entry national.",
    km: "រឿងនេះមិនទាន់ចែករំលែកជាមួយភាគីដៃគូទេ។ សូមស្នើចែករំលែកជាមុន ឬទុកសម្រាប់ភាគីយើង។",
    lo: "ສິ່ງນີ້ຍັງບໍ່ແບ່ງປັນໃຫ້ຝ່າຍຄູ່ຮ່ວມ. ກະລຸນາຂໍແບ່ງປັນກ່ອນ ຫຼື ເກັບໄວ້ສະເພາະຝ່າຍເຮົາ.",
  },
  "protection-flag": {
    en: "Protection was requested. A protection officer must clear the protection flag before this can be released or handed over.",
    km: "មានអ្នកសុំការការពារ។ មន្ត្រីការពារជនរងគ្រោះត្រូវដកសញ្ញាការពារជាមុន ទើបអាចចែករំលែក ឬប្រគល់បាន។",
    lo: "ມີຜູ້ຂໍການປົກປ້ອງ. ເຈົ້າໜ້າທີ່ປົກປ້ອງຜູ້ຖືກເຄາະຮ້າຍຕ້ອງຖອນເຄື່ອງໝາຍປົກປ້ອງກ່ອນ ຈຶ່ງແບ່ງປັນ ຫຼື ສົ່ງມອບໄດ້.",
  },
  "no-exact-place": {
    en: "The exact place may not be released for this incident. Release it with the area only.",
    km: "មិនអាចចែករំលែកទីតាំងពិតប្រាកដសម្រាប់ហេតុការណ៍នេះទេ។ សូមចែករំលែកតែតំបន់ប៉ុណ្ណោះ។",
    lo: "ແບ່ງປັນສະຖານທີ່ແນ່ນອນສຳລັບເຫດການນີ້ບໍ່ໄດ້. ກະລຸນາແບ່ງປັນແຕ່ພື້ນທີ່.",
  },
  "not-urgent": {
    en: "Only danger to life may be released without second approval. Request the release; a commander approves it.",
    km: "ចែករំលែកដោយគ្មានការអនុម័តទីពីរ បានតែពេលមានគ្រោះថ្នាក់ដល់ជីវិត។ សូមស្នើចែករំលែក ហើយមេបញ្ជាការនឹងអនុម័ត។",
    lo: "ແບ່ງປັນໂດຍບໍ່ມີການອະນຸມັດທີສອງໄດ້ ສະເພາະເມື່ອມີອັນຕະລາຍເຖິງຊີວິດ. ກະລຸນາຂໍແບ່ງປັນ ແລະ ຜູ້ບັນຊາການຈະອະນຸມັດ.",
  },
  "changed-since": {
    en: "Somebody changed {path} while you were editing. Check the new value, then decide again.",
    km: "មានអ្នកបានកែ {path} ខណៈអ្នកកំពុងកែ។ សូមមើលតម្លៃថ្មី រួចសម្រេចម្ដងទៀត។",
    lo: "ມີຄົນປ່ຽນ {path} ໃນຂະນະທີ່ທ່ານແກ້ໄຂ. ກະລຸນາເບິ່ງຄ່າໃໝ່ ແລ້ວຕັດສິນໃໝ່.",
  },
  "nothing-to-change": {
    en: "Already as requested. Nothing was changed.",
    km: "វាដូចដែលអ្នកស្នើរួចហើយ។ គ្មានអ្វីផ្លាស់ប្ដូរទេ។",
    lo: "ເປັນຕາມທີ່ທ່ານຮ້ອງຂໍແລ້ວ. ບໍ່ມີຫຍັງປ່ຽນແປງ.",
  },
  "bad-target": {
    en: "The other incident in {path} does not fit: it must be open, yours, and shared as widely as this one.",
    km: "ហេតុការណ៍ផ្សេងក្នុង {path} មិនសម៖ វាត្រូវតែមិនទាន់បិទ ជារបស់អ្នក និងចែករំលែកដូចគ្នា។",
    lo: "ເຫດການອື່ນໃນ {path} ບໍ່ເໝາະ: ຕ້ອງຍັງບໍ່ປິດ, ເປັນຂອງທ່ານ ແລະ ແບ່ງປັນເທົ່າກັນ.",
  },
  "unit-unavailable": {
    en: "This unit cannot take the task: it is not yours, out of service, or has it already. Choose another.",
    km: "អង្គភាពនេះមិនអាចទទួលកិច្ចការបានទេ៖ មិនមែនរបស់អ្នក ប្រើការមិនបាន ឬមានវារួចហើយ។ សូមជ្រើសអង្គភាពផ្សេង។",
    lo: "ໜ່ວຍນີ້ຮັບວຽກບໍ່ໄດ້: ບໍ່ແມ່ນຂອງທ່ານ, ໃຊ້ການບໍ່ໄດ້ ຫຼື ມີວຽກນີ້ແລ້ວ. ກະລຸນາເລືອກໜ່ວຍອື່ນ.",
  },
  "not-confirmed": {
    en: "Both sides must confirm the handover before it can be completed. Confirm yours, or wait for theirs.",
    km: "ភាគីទាំងពីរត្រូវបញ្ជាក់ការប្រគល់-ទទួលមុននឹងបញ្ចប់។ សូមបញ្ជាក់របស់អ្នក ឬរង់ចាំរបស់ពួកគេ។",
    lo: "ທັງສອງຝ່າຍຕ້ອງຢືນຢັນການມອບ-ຮັບກ່ອນຈຶ່ງສຳເລັດໄດ້. ກະລຸນາຢືນຢັນຝ່າຍທ່ານ ຫຼື ລໍຖ້າເຂົາເຈົ້າ.",
  },
  "still-running": {
    en: "Tasks, requests or proposals still run here. End them with it, or ask a commander to end them first.",
    km: "កិច្ចការ សំណើ ឬសំណើកែប្រែ នៅតែដំណើរការនៅទីនេះ។ សូមបញ្ចប់វាជាមួយគ្នា ឬស្នើមេបញ្ជាការឱ្យបញ្ចប់វាជាមុន។",
    lo: "ວຽກ, ຄຳຮ້ອງຂໍ ຫຼື ຂໍ້ສະເໜີ ຍັງດຳເນີນຢູ່ບ່ອນນີ້. ກະລຸນາສິ້ນສຸດພ້ອມກັນ ຫຼື ຂໍໃຫ້ຜູ້ບັນຊາການສິ້ນສຸດກ່ອນ.",
  },
  "numbers-differ": {
    en: "Both sides counted differently. Count again together, then correct your number.",
    km: "ភាគីទាំងពីររាប់មិនដូចគ្នា។ សូមរាប់ម្ដងទៀតជាមួយគ្នា រួចកែចំនួនរបស់អ្នក។",
    lo: "ທັງສອງຝ່າຍນັບບໍ່ຕົງກັນ. ກະລຸນານັບໃໝ່ຮ່ວມກັນ ແລ້ວແກ້ຈຳນວນຂອງທ່ານ.",
  },
  "too-early": {
    en: "The handover cannot have taken place yet: its appointment is later. Confirm it once it has.",
    km: "ការប្រគល់-ទទួលមិនទាន់អាចកើតឡើងទេ ព្រោះម៉ោងណាត់នៅពេលក្រោយ។ សូមបញ្ជាក់ក្រោយពេលវាកើតឡើង។",
    lo: "ການມອບ-ຮັບຍັງເກີດຂຶ້ນບໍ່ໄດ້ ເພາະຍັງບໍ່ຮອດເວລານັດ. ກະລຸນາຢືນຢັນຫຼັງຈາກການມອບ-ຮັບແລ້ວ.",
  },
  "time-range": {
    en: "The time in {path} has passed or is over a year ahead. Correct it, then send again.",
    km: "ពេលវេលាក្នុង {path} កន្លងហួសហើយ ឬលើសពីមួយឆ្នាំទៀត។ សូមកែ រួចផ្ញើម្ដងទៀត។",
    lo: "ເວລາໃນ {path} ຜ່ານໄປແລ້ວ ຫຼື ເກີນໜຶ່ງປີຂ້າງໜ້າ. ກະລຸນາແກ້ໄຂ ແລ້ວສົ່ງໃໝ່.",
  },
  "time-order": {
    en: "The time in {path} is before the previous step. Correct it, then send again.",
    km: "ពេលវេលាក្នុង {path} នៅមុនជំហានមុន។ សូមកែ រួចផ្ញើម្ដងទៀត។",
    lo: "ເວລາໃນ {path} ຢູ່ກ່ອນຂັ້ນຕອນກ່ອນໜ້າ. ກະລຸນາແກ້ໄຂ ແລ້ວສົ່ງໃໝ່.",
  },
  "before-incident": {
    en: "The time in {path} is before the incident happened. Correct it, then send again.",
    km: "ពេលវេលាក្នុង {path} នៅមុនពេលហេតុការណ៍កើតឡើង។ សូមកែ រួចផ្ញើម្ដងទៀត។",
    lo: "ເວລາໃນ {path} ຢູ່ກ່ອນເຫດການເກີດຂຶ້ນ. ກະລຸນາແກ້ໄຂ ແລ້ວສົ່ງໃໝ່.",
  },
  archived: {
    en: "This incident is archived and cannot be reopened. Report a new one and link it.",
    km: "ហេតុការណ៍នេះនៅក្នុងបណ្ណសារ ហើយមិនអាចបើកឡើងវិញបានទេ។ សូមរាយការណ៍ថ្មី រួចភ្ជាប់វា។",
    lo: "ເຫດການນີ້ຢູ່ໃນຄັງ ແລະ ເປີດຄືນບໍ່ໄດ້. ກະລຸນາລາຍງານໃໝ່ ແລ້ວເຊື່ອມຕໍ່.",
  },
  "too-fast": {
    en: "Too many commands at once. Wait a moment, then send again.",
    km: "ពាក្យបញ្ជាច្រើនពេកក្នុងពេលតែមួយ។ សូមរង់ចាំបន្តិច រួចផ្ញើម្ដងទៀត។",
    lo: "ຄຳສັ່ງຫຼາຍເກີນໄປໃນເວລາດຽວກັນ. ກະລຸນາລໍຖ້າ ແລ້ວສົ່ງໃໝ່.",
  },
  "too-long": {
    en: "Too large to send. Shorten it, then send again.",
    km: "ទិន្នន័យនេះធំពេកមិនអាចផ្ញើបាន។ សូមធ្វើឱ្យខ្លី រួចផ្ញើម្ដងទៀត។",
    lo: "ຂໍ້ມູນນີ້ໃຫຍ່ເກີນໄປ. ກະລຸນາຫຍໍ້ລົງ ແລ້ວສົ່ງໃໝ່.",
  },
  "partner-older": {
    en: "The partner's server does not know this yet. Once it has been upgraded, send again.",
    km: "ម៉ាស៊ីនមេរបស់ភាគីដៃគូមិនទាន់ស្គាល់រឿងនេះទេ។ ពេលវាត្រូវបានធ្វើឱ្យទាន់សម័យ សូមផ្ញើម្ដងទៀត។",
    lo: "ເຊີບເວີຂອງຝ່າຍຄູ່ຮ່ວມຍັງບໍ່ຮູ້ຈັກສິ່ງນີ້. ເມື່ອອັບເກຣດແລ້ວ ກະລຸນາສົ່ງໃໝ່.",
  },
  "not-saved": {
    en: "Not saved. It is kept here and sent again automatically.",
    km: "មិនអាចរក្សាទុកបាននៅពេលនេះទេ។ វាត្រូវបានរក្សានៅទីនេះ ហើយនឹងផ្ញើម្ដងទៀតដោយស្វ័យប្រវត្តិ។",
    lo: "ບັນທຶກບໍ່ໄດ້ໃນຕອນນີ້. ຖືກເກັບໄວ້ທີ່ນີ້ ແລະ ຈະສົ່ງໃໝ່ເອງ.",
  },
  restored: {
    en: "Not saved. This server was restored from a backup and takes no joint work until an administrator has run recover. National work goes on.",
    km: "មិនបានរក្សាទុកទេ។ ម៉ាស៊ីនមេនេះបានស្ដារពីច្បាប់បម្រុង ហើយមិនទទួលការងាររួមទេ រហូតដល់អ្នកគ្រប់គ្រងប្រព័ន្ធដំណើរការ recover។ ការងាររបស់ភាគីយើងនៅបន្ត។",
    lo: "ບໍ່ໄດ້ບັນທຶກ. ເຊີບເວີນີ້ຖືກກູ້ຄືນຈາກສຳເນົາສຳຮອງ ແລະ ບໍ່ຮັບວຽກຮ່ວມ ຈົນກວ່າຜູ້ຄຸ້ມຄອງລະບົບຈະໃຊ້ recover. ວຽກພາຍໃນດຳເນີນຕໍ່.",
  },
};

/** A denial as it goes over the wire, in the reader's language. */
export function toWireError(denial: Denial, lang: Language): WireError {
  const { reason, path, running } = denial;
  const message = sentences[reason][lang].replace("{path}", path ?? "?");
  return {
    code: denialReasons[reason],
    message,
    reason,
    ...(path ? { path } : {}),
    ...(running ? { running: [...running] } : {}),
  };
}
