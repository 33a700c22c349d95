import type { Language } from '../../../shared/kernel/language.ts'
import type { MaterialKind } from '../../material/material.ts'
import type { PapersDocument, PapersKind } from './papers-kinds.ts'

type Bilingual = Readonly<Record<Language, string>>

/** What a case of each kind is called. */
export const kindNames: Readonly<Record<PapersKind, Bilingual>> = {
  papers_document: { zh: '证件人工核验', en: 'Documents looked at by a person' },
  papers_minor: { zh: '未满 14 周岁实名（监护人代办）', en: 'Verification of a child, by a guardian' },
  papers_rare_characters: { zh: '生僻字姓名人工核验', en: 'A name with rare characters, looked at by a person' },
  papers_tries_used_up: { zh: '核验次数用完后的人工核验', en: 'Looked at by a person after all checks were used' },
  papers_automated_result: { zh: '对自动核验结果的人工复核', en: 'A result of a machine, looked at by a person' },
  papers_level: { zh: '人工核验以提升实名等级', en: 'A higher level, by papers that a person looks at' },
  papers_bank: { zh: '银行证明人工核验', en: "A bank's proof, looked at by a person" },
}

/** What each document is called. */
export const documentNames: Readonly<Record<PapersDocument, Bilingual>> = {
  resident_id: { zh: '居民身份证', en: 'Resident ID card' },
  residence_permit: { zh: '港澳台居民居住证', en: 'Residence permit for Hong Kong, Macao and Taiwan residents' },
  permanent_resident_card: { zh: '外国人永久居留身份证', en: 'Foreign permanent resident ID card' },
  old_permanent_resident_card: { zh: '外国人永久居留证（旧版）', en: 'Permanent resident card (old form)' },
  home_return_permit: { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit for Hong Kong and Macao residents' },
  taiwan_permit: { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents' },
  exit_permit: { zh: '往来港澳通行证', en: 'Exit-entry permit for Hong Kong and Macao' },
  passport: { zh: '护照', en: 'Passport' },
}

/** What each picture shows, and how to take it. */
export const pictureNames: Readonly<Record<MaterialKind, { name: Bilingual; how: Bilingual }>> = {
  document_page: {
    name: {
      zh: '证件的资料页（有照片和号码的一面）',
      en: 'The page or side of the document with photograph and number',
    },
    how: {
      zh: '整页入镜，四边完整，字能看清，不要遮挡。',
      en: 'The whole page, all four edges, every letter readable, nothing covered.',
    },
  },
  document_back: {
    name: { zh: '证件的另一面', en: 'The other side of the document' },
    how: { zh: '没有另一面的证件（如护照）不需要。', en: 'Not needed where there is none, as of a passport.' },
  },
  holder: {
    name: { zh: '本人手持证件的照片', en: 'You, holding the document' },
    how: { zh: '脸和证件都要清楚，手指不要挡住字。', en: 'Face and document both clear, no finger on a letter.' },
  },
  guardian_document: {
    name: { zh: '监护人的身份证件', en: 'The document of the guardian' },
    how: { zh: '有照片和号码的一面。', en: 'The side with photograph and number.' },
  },
  guardian_letter: {
    name: { zh: '监护人手写并签名的同意书', en: 'Consent, written and signed by the guardian' },
    how: {
      zh: '写明孩子姓名、同意实名认证、日期和签名。',
      en: 'With the name of the child, consent to verification, date and signature.',
    },
  },
  address_proof: {
    name: { zh: '地址证明', en: 'Proof of your address' },
    how: {
      zh: '最近三个月的水电燃气或银行账单、居住证或租房备案，能看到姓名、住址和日期。',
      en: 'A utility or bank bill of the last three months, a residence permit or a registered lease, with name, address and date.',
    },
  },
  bank_proof: {
    name: { zh: '银行开具的证明（盖章）', en: 'A proof by your bank, stamped' },
    how: {
      zh: '最近三个月的开户证明或带银行章的流水，能看到您的姓名、银行印章和日期；账号和金额可以遮住。',
      en: 'A certificate of your account or a stamped statement of the last three months, with your name, the stamp of the bank and the date; account numbers and amounts may be covered.',
    },
  },
  business_licence: {
    name: { zh: '营业执照', en: 'Business licence' },
    how: {
      zh: '最新的营业执照（原件，或加盖公章的复印件），四边完整，统一社会信用代码和法定代表人能看清。',
      en: 'The current licence, original or a stamped copy, all four edges, credit code and legal representative readable.',
    },
  },
  organisation_certificate: {
    name: {
      zh: '统一社会信用代码证书（机关、事业单位等）',
      en: 'Certificate of the organisation with its credit code',
    },
    how: {
      zh: '原件，或加盖公章的复印件，四边完整，有效期能看清。',
      en: 'The original or a stamped copy, all four edges, until when it is valid readable.',
    },
  },
  authorisation_letter: {
    name: { zh: '认证授权书', en: 'Letter of authorisation' },
    how: {
      zh: '写明管理员、应用、单位和日期（90 天内），盖单位公章或由法定代表人签名。',
      en: 'It names administrator, app, organisation and a date of the last 90 days, and is stamped or signed by the legal representative.',
    },
  },
  name_proof: {
    name: { zh: '名称权利证明', en: 'Proof of the right to a name' },
    how: {
      zh: '如商标注册证、作品登记证书或权利人的授权书，权利人与申请主体一致或有授权。',
      en: 'A trademark certificate, a registration of the work, or a licence of its owner, for the applicant.',
    },
  },
  other_proof: {
    name: { zh: '其他证明材料', en: 'Other proof' },
    how: {
      zh: '如行业许可证，整页入镜，字能看清。',
      en: 'A licence of the trade, say: the whole page, every letter readable.',
    },
  },
  app_icon: {
    name: { zh: '应用图标', en: 'Icon of the app' },
    how: {
      zh: '正方形的图片，至少 480 × 480 像素。',
      en: 'A square picture, at least 480 pixels wide and high.',
    },
  },
  household_register: {
    name: { zh: '户口簿（证明监护关系的一页）', en: 'Household register, the page that shows the guardianship' },
    how: { zh: '能看出两人关系的一页。', en: 'The page on which both can be seen to belong together.' },
  },
}

/** Points that a person confirms before they approve. */
export const checkWords = {
  readable: {
    zh: '照片清楚、完整，不是翻拍屏幕或复印件',
    en: 'The pictures are clear and whole, of the document itself and not of a screen or a copy',
  },
  name_same: { zh: '姓名与填写的一致', en: 'The name is the one that was typed' },
  number_same: { zh: '证件号码与填写的一致', en: 'The number is the one that was typed' },
  still_valid: { zh: '证件在有效期内', en: 'The document is valid' },
  same_face: { zh: '手持照片与证件照片是同一人', en: 'Whoever holds it is the person on the document' },
  guardianship: { zh: '监护关系有证明，监护人签名同意', en: 'The guardianship is shown, and the guardian has signed' },
  bank_name_same: { zh: '银行证明上的姓名与证件一致', en: "The name on the bank's proof is that of the document" },
  bank_stamped: {
    zh: '有银行名称和印章，没有涂改，遮住的只有账号和金额',
    en: 'It names and is stamped by a bank, nothing was changed, and nothing is covered but account numbers and amounts',
  },
  bank_recent: { zh: '开具日期在最近三个月内', en: 'It was issued within the last three months' },
} as const satisfies Record<string, Bilingual>
export type PapersCheck = keyof typeof checkWords

/** Why papers are refused, as whoever sent them reads it; and what that leaves to do. */
export const refusalReasons = {
  unreadable: {
    ends: 'correct',
    zh: '照片看不清或不完整，无法核对。请在光线充足处重新拍摄，四边完整、不要反光。',
    en: 'The pictures cannot be read or are not whole. Take them anew in good light, with all edges and no glare.',
  },
  data_differs: {
    ends: 'correct',
    zh: '填写的姓名、号码或日期与证件不一致。请按证件重新填写。',
    en: 'What was typed is not what the document says. Type it as it is printed.',
  },
  expired: {
    ends: 'correct',
    zh: '证件已过有效期，请用有效的证件重新提交。',
    en: 'The document has expired. Use a valid one.',
  },
  not_original: {
    ends: 'correct',
    zh: '照片是翻拍、复印件或经过修改，请直接拍摄证件原件。',
    en: 'The picture is of a screen or a copy, or was changed. Photograph the document itself.',
  },
  face_differs: {
    ends: 'final',
    zh: '手持照片与证件不是同一人，不能通过。',
    en: 'Whoever holds the document is not the person on it.',
  },
  guardianship_open: {
    ends: 'correct',
    zh: '没有看到能证明监护关系的材料，或缺少监护人签名的同意书。',
    en: 'Nothing shows the guardianship, or the signed consent of the guardian is missing.',
  },
  bank_proof_unfit: {
    ends: 'correct',
    zh: '银行证明不能用：要有您的姓名、银行印章和最近三个月的日期。请向银行柜台或手机银行申请开户证明后重新提交。',
    en: "The bank's proof cannot be used: it needs your name, the stamp of the bank and a date of the last three months. Ask your bank for a certificate of your account, and hand it in anew.",
  },
  wrong_document: {
    ends: 'correct',
    zh: '这种证件不能用于实名，请换用有效的身份证件。',
    en: 'This document cannot be used for verification; use one of identity.',
  },
  not_now: {
    ends: 'later',
    zh: '暂时无法核实，请过几天再提交。',
    en: 'It cannot be confirmed just now; come again in a few days.',
  },
} as const satisfies Record<string, Bilingual & { ends: 'later' | 'correct' | 'final' }>
export type PapersRefusal = keyof typeof refusalReasons

/** What may be asked for besides; of which kinds, `asksOf` says. */
export const askWords = {
  document_page_again: { zh: '请重新拍摄证件的资料页。', en: 'Please photograph the page of the document anew.' },
  holder_again: { zh: '请重新拍摄本人手持证件的照片。', en: 'Please photograph yourself with the document anew.' },
  guardian_document_again: {
    zh: '请重新拍摄监护人的身份证件。',
    en: 'Please photograph the document of the guardian anew.',
  },
  guardian_letter_again: {
    zh: '请重新拍摄监护人手写并签名的同意书。',
    en: 'Please photograph the signed consent of the guardian anew.',
  },
  document_back: { zh: '请补充证件的另一面。', en: 'Please add the other side of the document.' },
  household_register: {
    zh: '请补充能证明监护关系的一页（如户口簿）。',
    en: 'Please add a page that shows the guardianship, such as of the household register.',
  },
  bank_proof_again: {
    zh: '请重新拍摄银行证明（姓名、印章和日期要清楚）。',
    en: 'Please photograph the proof of your bank anew: name, stamp and date must be clear.',
  },
  explanation: {
    zh: '请说明填写内容与证件不同的原因。',
    en: 'Please say why what was typed differs from the document.',
  },
} as const satisfies Record<string, Bilingual>
export type PapersAsk = keyof typeof askWords

/** Which picture each of them wants; what wants none is answered in words. */
export const askPictures: Readonly<Record<PapersAsk, readonly MaterialKind[]>> = {
  document_page_again: ['document_page'],
  holder_again: ['holder'],
  guardian_document_again: ['guardian_document'],
  guardian_letter_again: ['guardian_letter'],
  document_back: ['document_back'],
  household_register: ['household_register'],
  bank_proof_again: ['bank_proof'],
  explanation: [],
}

const otherwise = {
  refused: { zh: '人工核验没有通过。', en: 'A person looked at your papers, and they were not accepted.' },
  no_answer: {
    zh: '没有在期限内收到补充，申请已结束；可以重新提交。',
    en: 'What was asked for did not come in time, and this is over; you can begin anew.',
  },
} as const

const verified: Bilingual = {
  zh: '已通过人工核验，账号完成实名。',
  en: 'A person has confirmed your papers: your account is verified.',
}

/** What approval means: who is verified already has proven more. */
const approvedWords: Readonly<Record<PapersKind, Bilingual>> = {
  papers_document: verified,
  papers_minor: verified,
  papers_rare_characters: verified,
  papers_tries_used_up: verified,
  papers_automated_result: verified,
  papers_level: {
    zh: '已通过人工核验，记入您的实名等级。',
    en: 'A person has confirmed your papers: they count for your level.',
  },
  papers_bank: {
    zh: '银行证明已通过人工核验，记入您的实名等级。',
    en: "A person has confirmed your bank's proof: it counts for your level.",
  },
}

/** How it ends, as whoever sent it reads it. */
export const verdictWordsOf = (kind: PapersKind) =>
  ({ approved: approvedWords[kind], ...otherwise }) satisfies Record<string, Bilingual>
