import type { NameProof } from './name-proofs.ts'
import type { RefusedWordReason } from './refused-word-reasons.ts'

type Words = { zh: string; en: string }

/** Why a word may be in no name, behind the sentence that says that it may not. */
export const refusedWordWords: Readonly<Record<RefusedWordReason, Words>> = {
  names_the_kind: {
    zh: '它说的是应用的种类，页面上已另行标明。',
    en: 'It says what kind of app this is, which is shown apart.',
  },
  claims_certification: {
    zh: '是否通过认证只由证书说明。',
    en: 'Whether an app is certified is said by its certificate alone.',
  },
  superlative: {
    zh: '《广告法》第九条不允许“国家级”“最佳”一类用语。',
    en: 'Article 9 of the Advertising Law allows no superlatives of this kind.',
  },
  state_symbol: {
    zh: '《广告法》第九条不允许使用国家和军队的象征。',
    en: 'Article 9 of the Advertising Law keeps symbols of the state and its army out of trade.',
  },
  unlawful: { zh: '它指的是法律禁止的业务。', en: 'It stands for what the law forbids.' },
}

/** What proves the right to a protected word. */
export const proofWords: Readonly<Record<NameProof, Words>> = {
  trademark: {
    zh: '证明材料：商标注册证，或商标权人的授权书。',
    en: 'The proof is a trademark certificate, or a letter from the owner of the mark.',
  },
  public_body: {
    zh: '证明材料：该机关或其上级主管部门出具的证明。',
    en: 'The proof is a letter of the public body, or of the one above it.',
  },
  national_name: {
    zh: '证明材料：名称中带有该字样的营业执照，或批准使用的文件。',
    en: 'The proof is a licence whose name has the word, or the decision that allows it.',
  },
  financial_licence: {
    zh: '证明材料：金融业务许可证或相应的批准文件。',
    en: 'The proof is a licence for that financial business.',
  },
  medical_licence: {
    zh: '证明材料：医疗机构执业许可证或药品经营许可证。',
    en: 'The proof is a licence as a medical institution or pharmacy.',
  },
  school_licence: {
    zh: '证明材料：办学许可证，或学校、主管部门出具的证明。',
    en: 'The proof is a licence to run a school, or a letter of the school or its authority.',
  },
  news_licence: {
    zh: '证明材料：互联网新闻信息服务许可证或广播电视许可证。',
    en: 'The proof is a licence for news on the internet, or for broadcasting.',
  },
  religious_licence: {
    zh: '证明材料：互联网宗教信息服务许可证。',
    en: 'The proof is a licence for religious information on the internet.',
  },
}
