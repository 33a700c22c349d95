import type { Write } from '../../../shared/table/write.ts'
import { type Layer, writing } from '../world/layers.ts'
import { unguarded } from '../world/mutant.ts'

const isApp = ({ key }: Write): boolean => key.sk === 'APP'
const isStep = ({ key }: Write): boolean => key.sk.startsWith('APPSTEP#')
const isCase = ({ key }: Write): boolean => key.sk.startsWith('REVIEW#')
const isReview = ({ key }: Write): boolean => key.sk.startsWith('REVIEW')
const isFace = ({ key }: Write): boolean => key.sk.startsWith('FACEUSED#')
const isPicture = ({ key }: Write): boolean => key.sk === 'MATERIAL'
const isSession = ({ key }: Write): boolean => key.sk.startsWith('SESSION#')

const heedless =
  (...kinds: ((write: Write) => boolean)[]): Layer =>
  (inner) =>
    writing((write) => (kinds.some((is) => is(write)) ? unguarded(write) : write))(inner)

/** Wrong ways to let an app be changed, and the meeting in which each is seen. */
export const stepMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'a face confirms twice, with one code',
    seenIn: 'one who asks for a link twice by one face',
    layer: heedless(isFace, isSession),
  },
  {
    name: 'two changes of an app wait at once',
    seenIn: 'one who renames twice by a picture',
    layer: heedless(isApp, isPicture, isSession),
  },
  { name: 'two take one app on', seenIn: 'two who open one link', layer: heedless(isApp) },
  { name: 'two wait to take one app on', seenIn: 'two who open one link with pictures', layer: heedless(isApp) },
  {
    name: 'an app is taken on that its administrator has kept',
    seenIn: 'a person who lets an app be taken on, and its administrator who keeps it',
    layer: heedless(isApp),
  },
  {
    name: 'a certification is begun while a rename waits',
    seenIn: 'a rename that waits, and a certification that is begun',
    layer: heedless(isApp),
  },
  {
    name: 'what waits is told to nobody',
    seenIn: 'one who renames twice by a picture',
    layer: writing((write) => (isCase(write) ? undefined : write)),
  },
  {
    name: 'a step is refused that was approved',
    seenIn: 'a person who approves a rename, and refuses it in another tab',
    layer: heedless(isReview, isStep, isApp),
  },
  {
    name: 'a step is approved, and its case goes on',
    seenIn: 'a person who approves a rename twice',
    layer: writing((write) => (isStep(write) && write.kind === 'update' ? undefined : write)),
  },
  {
    name: 'a rename is approved, and the app stays as it was',
    seenIn: 'a person who approves a rename twice',
    layer: writing((write) => (isApp(write) ? undefined : write)),
  },
  {
    name: 'what was taken back is done all the same',
    seenIn: 'a person who approves a rename, and one who takes it back',
    layer: heedless(isReview, isStep),
  },
  {
    name: 'the clock ends a case, and what it is about waits on',
    seenIn: 'the clock that ends a rename twice',
    layer: writing((write) => (isStep(write) && write.kind === 'update' ? undefined : write)),
  },
  {
    name: 'what the clock has ended is written over what came after',
    seenIn: 'a person who approves a rename, and the clock with another rename behind it',
    layer: heedless(isApp),
  },
]
