import { type Store, store } from '../../shared/store.ts'
import type { Opened, Pictured, PictureState, Typed, Viewed, Why } from './papers.ts'

/** What papers are opened by. */
export type PapersDeps<T extends Pictured = Typed> = {
  look(why: Why, signal: AbortSignal): Promise<T>
  view(id: string, why: Why, signal: AbortSignal): Promise<Viewed>
  /** An address by which this page alone shows a picture, and what ends it. */
  show(picture: Viewed): string
  hide(url: string): void
}

/** Papers at a page: closed, or open with what was typed and its pictures. */
export type OpenedPapers<T extends Pictured = Typed> = {
  shown: Store<Opened<T> | undefined>
  /** Opens what was typed, then one picture after the other; one that fails keeps no other back. Throws why what was typed is not opened. */
  open(why: Why): Promise<void>
  /** Asks for one picture once more. */
  again(id: string): Promise<void>
  /** Forgets all of it, and whatever is still on its way. */
  close(): void
}

/** P11 papers of one case for whoever looks at them; in the memory of the page alone, until they are closed. */
export const openedPapers = <T extends Pictured>(deps: PapersDeps<T>): OpenedPapers<T> => {
  const shown: OpenedPapers<T>['shown'] = store<Opened<T> | undefined>(undefined)
  let turn = new AbortController()
  let reason: Why | undefined

  const become = (id: string, state: PictureState): void => {
    const now = shown.get()
    if (!now) return
    shown.set({ ...now, pictures: now.pictures.map((one) => (one.id === id ? { id, state } : one)) })
  }
  const bring = async (id: string, why: Why, { signal }: AbortController): Promise<void> => {
    become(id, { is: 'coming' })
    try {
      const viewed = await deps.view(id, why, signal)
      if (!signal.aborted) become(id, { is: 'shown', kind: viewed.kind, url: deps.show(viewed) })
    } catch (error) {
      if (!signal.aborted) become(id, { is: 'failed', error })
    }
  }
  const bringAll = async (ids: readonly string[], why: Why, round: AbortController): Promise<void> => {
    // Each goes on record in the same chain, where two at once would only be in each other's way.
    for (const id of ids) if (!round.signal.aborted) await bring(id, why, round)
  }
  const close = (): void => {
    turn.abort()
    turn = new AbortController()
    const urls = shown.get()?.pictures.flatMap(({ state }) => (state.is === 'shown' ? [state.url] : [])) ?? []
    shown.set(undefined)
    for (const url of urls) deps.hide(url)
  }
  return {
    shown,
    close,
    async open(why) {
      close()
      const round = turn
      const typed = await deps.look(why, round.signal)
      if (round.signal.aborted) return
      reason = why
      shown.set({ typed, pictures: typed.materials.map((id) => ({ id, state: { is: 'coming' } })) })
      void bringAll(typed.materials, why, round)
    },
    async again(id) {
      if (reason) await bring(id, reason, turn)
    },
  }
}
