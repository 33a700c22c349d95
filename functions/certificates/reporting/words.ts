import type { ReasonEnds } from '../../review/case/case.ts'
import type { Bilingual, ReviewWords } from '../../review/words.ts'

/** Why reports of a certificate come to nothing. */
export const reportRefusals = {
  not_confirmed: {
    ends: 'final',
    zh: '查证后没有发现举报所说的情况。',
    en: 'What was reported was not found to be so.',
  },
  not_about_certificate: {
    ends: 'final',
    zh: '举报的内容与证书无关：证书证明主体身份，不证明质量。',
    en: 'It is not about the certificate, which says who somebody is and not how good.',
  },
  put_right: { ends: 'final', zh: '情况已经改正。', en: 'It was put right.' },
} as const satisfies Record<string, Bilingual & { ends: ReasonEnds }>

/** With which reasons besides misuse it may be suspended. */
export const reportReservations = {
  false_evidence: {
    zh: '原因公示为：认证时提交的信息不实',
    en: 'Say that what was said when the app was certified is not true',
  },
} as const satisfies Record<string, Bilingual>

/** How reports of a certificate are spoken of, to operators alone. */
export const reportWords = {
  name: { zh: '举报认证证书', en: 'Reports of a certificate' },
  checklist: {
    looked: {
      zh: '看过证书页上的全部举报，以及被举报的应用或页面',
      en: 'Every report on the page of the certificate was read, and the app or page in question looked at',
    },
    compared: {
      zh: '与证书所载的主体、名称和平台标识核对过',
      en: 'Compared with whom, which name and which app the certificate is of',
    },
  },
  reasons: { ...reportRefusals, ...reportReservations },
  asks: {},
  verdicts: {
    approved: {
      zh: '举报成立，证书暂停，原因公示为“证书被冒用或滥用”；管理员会收到通知，可以申诉。',
      en: 'Upheld: the certificate is suspended for misuse. Whoever administers the app is told, and can appeal.',
    },
    refused: { zh: '举报不成立，证书不变。', en: 'Not upheld: the certificate stays as it is.' },
  },
} as const satisfies ReviewWords

/** Why a page that did not show the certificate is all right. */
export const pageRefusals = {
  shows_it: { ends: 'final', zh: '页面上有证书的链接。', en: 'The page shows the link of the certificate.' },
  down_for_now: {
    ends: 'later',
    zh: '页面暂时打不开，继续每日查看。',
    en: 'The page cannot be reached for now; it is looked at every day as before.',
  },
} as const satisfies Record<string, Bilingual & { ends: ReasonEnds }>

/** How a page of an app that does not show its certificate is spoken of, to operators alone. */
export const pageWords = {
  name: { zh: '页面未展示证书', en: 'A page without its certificate' },
  checklist: {
    opened: {
      zh: '打开过登记的页面，上面没有证书的链接',
      en: 'The page was opened, and has no link of the certificate',
    },
  },
  reasons: pageRefusals,
  asks: {},
  verdicts: {
    approved: {
      zh: '证书暂停，原因公示为“应用登记的页面没有展示证书”；管理员会收到通知，可以申诉。',
      en: 'The certificate is suspended, as the page does not show it. Whoever administers the app is told, and can appeal.',
    },
    refused: { zh: '页面没有问题，证书不变。', en: 'The page is all right, and the certificate stays as it is.' },
  },
} as const satisfies ReviewWords
