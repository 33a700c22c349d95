import type { ReasonEnds } from '../../review/case/case.ts'
import type { Bilingual, ReviewWords } from '../../review/words.ts'

/** Why it is not accepted, and what to do. */
const refusals = {
  unreadable: {
    zh: '照片看不清或不完整，请重新拍摄。',
    en: 'The picture cannot be read or is not whole. Take it anew.',
    ends: 'correct',
  },
  name_differs: {
    zh: '证明上的姓名不是您，请用写有您姓名的证明。',
    en: 'The name on it is not yours. Use one that names you.',
    ends: 'correct',
  },
  too_old: {
    zh: '证明是三个月以前开具的，请用较新的。',
    en: 'It is older than three months. Use a newer one.',
    ends: 'correct',
  },
  no_proof: {
    zh: '这种材料不能证明住址，请用水电燃气账单、银行账单、居住证或租房备案。',
    en: 'This does not prove an address. Use a utility or bank bill, a residence permit or a registered lease.',
    ends: 'correct',
  },
} as const satisfies Record<string, Bilingual & { ends: ReasonEnds }>

/** How proof of an address is spoken of, to operators and to users. */
export const addressWords = {
  name: { zh: '地址证明', en: 'Proof of an address' },
  checklist: {
    readable: {
      zh: '照片清楚、完整，是原件或官方电子账单',
      en: 'The picture is clear and whole, of the original or an official electronic bill',
    },
    name_fits: {
      zh: '证明上的姓名与账号实名的（打码）姓名相符',
      en: 'The name on it fits the masked name the account is verified as',
    },
    address_shown: { zh: '能看到完整的住址', en: 'The whole address can be seen' },
    recent: { zh: '开具日期在最近三个月内', en: 'It was issued within the last three months' },
  },
  reasons: refusals,
  asks: {
    address_proof_again: { zh: '请重新拍摄地址证明。', en: 'Please photograph the proof of your address anew.' },
  },
  verdicts: {
    approved: { zh: '地址已核对，计入信任分。', en: 'Your address was seen and counts in your trust score.' },
    refused: {
      zh: '这份材料没有被采用，您的等级和功能不受影响。',
      en: 'It was not accepted; your level and what is open to you stay as they are.',
    },
    no_answer: {
      zh: '没有在期限内收到补充，申请已结束；可以重新提交。',
      en: 'What was asked for did not come in time, and this is over; you can begin anew.',
    },
  },
} as const satisfies ReviewWords
