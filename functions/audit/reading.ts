/** What functions of ours open somebody's identity for. */
const servicePurposes = [
  // An identity vendor is asked about it.
  'vendor_check',
  // A vendor is asked whether the number is still with whom it was proven of.
  'number_recheck',
  // A vendor of faces is told whom to confirm.
  'face_check',
  // A bank is asked whether a card is of whom the account is verified as.
  'card_check',
  // A register is asked about a company that somebody represents.
  'company_check',
  // Photos of an identity card are compared with whom the account is verified as.
  'document_check',
  // A machine reads a photo of their card, as they ask.
  'document_reading',
  // The person is indexed under another version of the key.
  'index_renewal',
] as const

/** What operators may open it for; they choose one, and may add words. `reveal-reasons.ts` says them to people. */
export const revealReasons = [
  'user_request',
  'complaint',
  'appeal',
  'case_review',
  'fraud',
  'authority_request',
] as const
export type RevealReason = (typeof revealReasons)[number]

/** What somebody's identity is opened for: a closed list, whoever opens it. */
export type ReadPurpose = (typeof servicePurposes)[number] | RevealReason

export const readPurposes: readonly ReadPurpose[] = [...servicePurposes, ...revealReasons]
