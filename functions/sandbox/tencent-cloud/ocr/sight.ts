/** What stands on the front of a card. `birth`: YYYYMMDD. */
export type FrontShown = {
  kind: 'front'
  name: string
  sex: string
  nation: string
  birth: string
  address: string
  idNumber: string
}

/** What stands on the back. Days are YYYYMMDD; no `validUntil`: for life. */
export type BackShown = { kind: 'back'; authority: string; validFrom: string; validUntil?: string }

/** Why nothing can be said of what a picture shows. */
export type Unseen = 'no_picture' | 'blurred' | 'cut' | 'glaring' | 'no_card' | 'other_card' | 'wrong_number'

export type CardShown = FrontShown | BackShown | { kind: 'unseen'; because: Unseen }

/** What looks at a picture, and knows no words of any vendor. */
export type Sight = (picture: Uint8Array) => Promise<CardShown>

/** What stands on a business licence; empty where nothing could be read. Days as they stand there. */
export type LicenceTexts = Record<'creditCode' | 'name' | 'person' | 'setOn' | 'period', string>

export type LicenceShown = ({ kind: 'licence' } & LicenceTexts) | { kind: 'unseen'; because: Unseen }

/** What looks at a picture of a licence, and knows no words of any vendor. */
export type LicenceSight = (picture: Uint8Array) => Promise<LicenceShown>
