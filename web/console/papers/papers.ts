import type { Answer, Body } from 'shiming-client'

/** Why somebody looks, which is put on record. */
export type Why = Body<'POST /v1/operator/materials/{id}/views'>

/** What was typed, in the clear. */
export type Typed = Answer<'POST /v1/operator/accounts/{account}/papers/{id}/looks'>

/** A picture as the service gives it: its bytes in base64. */
export type Viewed = Answer<'POST /v1/operator/materials/{id}/views'>

export type PictureState =
  | { is: 'coming' }
  | { is: 'shown'; kind: Viewed['kind']; url: string }
  | { is: 'failed'; error: unknown }

/** One picture of papers that are open. `url`: an address that this page alone can open. */
export type Picture = { id: string; state: PictureState }

/** What pictures belong to, by their ids, whatever else of it is in the clear. */
export type Pictured = { materials: readonly string[] }

/** Papers that are open: what was typed, and every picture that was handed in, also by an answer. */
export type Opened<T extends Pictured = Typed> = { typed: T; pictures: readonly Picture[] }
