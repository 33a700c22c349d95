import { useEffect, useReducer, useState } from 'react'
import type { Millis } from '../../../shared/kernel/time.ts'
import { mine } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { isProblem } from '../../shared/state/failure.ts'
import { looksOf } from '../../shared/state/looks.ts'
import type { Opened, PictureKind } from './picture.ts'
import { prepareFile } from './picture-file.ts'
import { type Picture, type PictureDeps, pictureOf } from './picture-of.ts'
import { postFile } from './post-file.ts'
import { redraw } from './redraw.ts'

const left = ({ material }: Opened): Millis => Date.parse(material.uploadUntil) - serviceClock.now()

/** How a picture of that kind is sent from this page. */
const depsFor = (kind: PictureKind): PictureDeps => ({
  prepare: (file) => prepareFile(file, redraw),
  open: (type) => mine().materials.open({ kind, type }),
  post: (opened, file, posting) => postFile(opened.upload, file, { ...posting, within: left(opened) }),
  get: (id, signal) => mine().materials.get(id, signal && { signal }),
  remove: (id) => mine().materials.remove(id),
  show: (file) => URL.createObjectURL(file),
  hide: (preview) => URL.revokeObjectURL(preview),
  isGone: (error) => isProblem(error, 'not_found'),
  looks: looksOf(globalThis as never),
})

/** Pictures by what they show. */
export type Pictures<K extends PictureKind = PictureKind> = Readonly<Record<K, Picture>>

/** Pictures by their places on a page, of which several may show the same kind of thing. */
export type PlacedPictures<S extends string> = Readonly<Record<S, Picture>>

/**
 * A picture in each place for as long as the component is there, which is drawn anew whenever one of them changes; `kept`: those that were
 * sent before it came. What was chosen is forgotten with it.
 */
export const usePlacedPictures = <S extends string>(
  kindIn: Readonly<Record<S, PictureKind>>,
  kept: Readonly<Partial<Record<S, string>>>,
): PlacedPictures<S> => {
  const [, drawAnew] = useReducer((drawn: number) => drawn + 1, 0)
  const [pictures] = useState(() => {
    const places = Object.entries<PictureKind>(kindIn)
    return Object.fromEntries(places.map(([place, kind]) => [place, pictureOf(depsFor(kind))])) as Record<S, Picture>
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is gone on with once.
  useEffect(() => {
    const all = Object.entries(pictures) as [S, Picture][]
    const ends = all.flatMap(([place, picture]) => {
      const id = kept[place]
      const end = [picture.shown.subscribe(drawAnew), picture.start()]
      if (id !== undefined && picture.shown.get().state.is === 'none') picture.resume(id)
      return end
    })
    return () => {
      for (const end of ends) end()
    }
  }, [pictures])
  return pictures
}

/** A picture of each kind, as `usePlacedPictures` has one in each place. */
export const usePictures = <K extends PictureKind>(
  kinds: readonly K[],
  kept: Readonly<Partial<Record<K, string>>>,
): Pictures<K> => usePlacedPictures(Object.fromEntries(kinds.map((kind) => [kind, kind])) as Record<K, K>, kept)

/** The ids of those that the service has, as far as is known. */
export const idsOf = <K extends PictureKind>(pictures: Pictures<K>, kinds: readonly K[]): Partial<Record<K, string>> =>
  Object.fromEntries(
    kinds.flatMap((kind) => {
      const { state } = pictures[kind].shown.get()
      return 'id' in state ? [[kind, state.id]] : []
    }),
  ) as Partial<Record<K, string>>
