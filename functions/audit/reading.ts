/** What functions of ours open somebody's identity for. */
const servicePurposes = {
  vendor_check: 'an identity vendor is asked about it',
  number_recheck: 'a vendor is asked whether the number is still with whom it was proven of',
  face_check: 'a vendor of faces is told whom to confirm',
  card_check: 'a bank is asked whether a card is of whom the account is verified as',
  index_renewal: 'the person is indexed under another version of the key',
}

/** What operators may open it for; they choose one, and may add words. */
export const revealReasons = {
  user_request: { zh: '用户本人要求', en: 'The user asks for it' },
  complaint: { zh: '处理投诉', en: 'A complaint' },
  appeal: { zh: '处理封禁申诉', en: 'An appeal against a ban' },
  case_review: { zh: '人工审核', en: 'A case under review' },
  fraud: { zh: '涉嫌欺诈', en: 'Suspicion of fraud' },
  authority_request: { zh: '有权机关依法调取', en: 'An authority asks by law' },
}
export type RevealReason = keyof typeof revealReasons

/** What somebody's identity is opened for: a closed list, whoever opens it. */
export type ReadPurpose = keyof typeof servicePurposes | RevealReason

export const readPurposes = Object.keys({ ...servicePurposes, ...revealReasons }) as ReadPurpose[]
