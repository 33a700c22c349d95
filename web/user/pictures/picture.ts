import type { Answer, Body } from 'shiming-client'
import type { Known } from '../../shared/state/resource.ts'

/** A picture as the service tells it. */
export type Material = Answer<'GET /v1/materials/{id}'>

/** What a picture shows, and as which files it may come. */
export type PictureKind = Body<'POST /v1/materials'>['kind']
export type PictureType = Body<'POST /v1/materials'>['type']

/** A picture that may be uploaded, and where to. */
export type Opened = Answer<'POST /v1/materials'>

/** Why a picture cannot be used: what the service says of it; or that it never came in time, or is kept no longer. */
export type Refusal = NonNullable<Material['reason']> | 'expired' | 'forgotten'

/**
 * How far a picture is. `sending`: how much of it is on its way, from 0 to 1; `looking`: it has come, and is looked at; `refused`: it cannot be
 * used, with its id where the service looked at it; `failed`: it could not be sent, or where it has an id asked about, which says nothing of the picture.
 */
export type PictureState =
  | { is: 'none' | 'preparing' }
  | { is: 'sending'; share: number }
  | { is: 'looking' | 'stored'; id: string }
  | { is: 'refused'; because: Refusal; id?: string }
  | { is: 'failed'; error: unknown; id?: string }

const STATES: Readonly<Record<Material['status'], 'looking' | 'stored' | 'refused' | 'expired' | 'forgotten'>> = {
  awaiting: 'looking',
  taking: 'looking',
  stored: 'stored',
  refused: 'refused',
  expired: 'expired',
  forgotten: 'forgotten',
}

/** Whether it will change without the visitor. */
export const isOnItsWay = ({ status }: Material): boolean => STATES[status] === 'looking'

const stateOfMaterial = ({ id, status, reason }: Material): PictureState => {
  const is = STATES[status]
  if (is === 'looking' || is === 'stored') return { is, id }
  return is === 'refused' ? { is, because: reason ?? 'decode_failed', id } : { is: 'refused', because: is }
}

/** How far a picture is of which that is known. What the service does not know any more it has deleted. */
export const stateOf = (known: Known<Material>, id: string, isGone: (error: unknown) => boolean): PictureState => {
  if (known.is === 'loading') return { is: 'looking', id }
  if (known.is === 'ok') return stateOfMaterial(known.value)
  return isGone(known.error) ? { is: 'refused', because: 'forgotten' } : { is: 'failed', error: known.error, id }
}

/** Whether it is being worked at: nothing can be done with it for a moment. */
export const isBusy = ({ is }: PictureState): boolean => is === 'preparing' || is === 'sending' || is === 'looking'

/** These say nothing of the picture: the same one may be sent again. */
const OF_THE_WAY: readonly Refusal[] = ['late', 'overwritten', 'expired']

/** Whether the same picture may be sent or asked about once more. */
export const isToRetry = (state: PictureState): boolean =>
  state.is === 'failed' || (state.is === 'refused' && OF_THE_WAY.includes(state.because))
