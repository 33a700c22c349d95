import { isAnnouncement } from '../../../shared/outbox/announced.ts'
import type { Item, Value, Write } from '../../../shared/table/write.ts'
import { type Layer, reading, writing } from '../world/layers.ts'
import { unguarded } from '../world/mutant.ts'

const isApplication = ({ key }: Write): boolean => key.sk.startsWith('APPLICATION#')

const endless = (papers: Value | undefined): Value[] =>
  (Array.isArray(papers) ? papers : []).map((paper) => ({ ...Object(paper), until: undefined }))

const withoutEnds = (item: Item): Item =>
  item.sk.startsWith('APPLICATION#') ? { ...item, papers: endless(item.papers) } : item

/** Wrong ways to deal with papers that run out, and the meeting in which each is seen. */
export const paperMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'that it was told is not kept',
    seenIn: 'two who come by to remind of a paper',
    layer: writing((write) => (isApplication(write) ? undefined : write)),
  },
  {
    name: 'what somebody else told meanwhile is told again',
    seenIn: 'two who come by to remind of a paper',
    layer: writing((write) => (isApplication(write) ? unguarded(write) : write)),
  },
  {
    name: 'it is kept as told, and was not',
    seenIn: 'two who come by to remind of a paper',
    layer: writing((write) => (isAnnouncement(write) ? undefined : write)),
  },
  {
    name: 'it is certified with a letter that is over',
    seenIn: 'a person who certifies, and the letter that runs out',
    layer: reading(withoutEnds),
  },
]
