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
