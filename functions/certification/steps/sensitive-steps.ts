/** When a step asks for something: of everybody, of whoever is verified, of nobody. */
export type Asks = 'always' | 'verified' | 'never'

/** What a sensitive step takes beside the code that is texted to the own number, which all of them take. */
type Row = { lastFour: Asks; presence: Asks; why: string }

/**
 * W8 what each sensitive step takes, by the name of its route. `presence`: by face through a vendor, or by a picture with the document that a person looks at,
 * whichever somebody chooses.
 */
export const sensitiveSteps = {
  renameApp: {
    ...{ lastFour: 'verified', presence: 'verified' },
    why: 'only an app that is not certified is renamed so; an account that is nobody has nothing to compare a face with',
  },
  askAppHandover: {
    ...{ lastFour: 'verified', presence: 'verified' },
    why: 'where the app is certified, an account that is not verified cannot: it is verified first',
  },
  takeApp: {
    ...{ lastFour: 'verified', presence: 'verified' },
    why: 'an app that is certified is taken on by somebody who is verified, up to `certification.operatorLevel`',
  },
  confirmApplication: { lastFour: 'always', presence: 'always', why: 'only who is verified applies' },
  correctApplication: {
    ...{ lastFour: 'always', presence: 'always' },
    why: 'asked for only where another name is asked for than was confirmed',
  },
  beginWechatBinding: { lastFour: 'verified', presence: 'never', why: 'lets somebody in, and is undone by the same' },
  unbindWechat: { lastFour: 'verified', presence: 'never', why: 'takes a way in away, and is undone by the same' },
} as const satisfies Readonly<Record<string, Row>>
export type SensitiveStep = keyof typeof sensitiveSteps

/** Who asks, and about which app. */
export type Standing = { isVerified: boolean; isCertified: boolean }

/** Whether it asks for a presence; `impossible`: it would, and there is nobody to compare with while the app is certified. */
export const presenceAsked = (step: SensitiveStep, { isVerified, isCertified }: Standing): boolean | 'impossible' => {
  const { presence } = sensitiveSteps[step]
  if (presence === 'never') return false
  if (isVerified) return true
  return isCertified || presence === 'always' ? 'impossible' : false
}
