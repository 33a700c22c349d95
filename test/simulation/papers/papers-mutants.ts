import { isAnnouncement } from '../../../shared/outbox/announced.ts'
import type { Write } from '../../../shared/table/write.ts'
import { type Layer, writing } from '../world/layers.ts'
import { unguarded } from '../world/mutant.ts'

const isPapers = ({ key }: Write): boolean => key.sk.startsWith('PAPERS#')
const isOpen = ({ key }: Write): boolean => key.sk === 'PAPERSOPEN'
const isPicture = ({ key }: Write): boolean => key.pk.startsWith('MATERIAL#')
const isPerson = ({ key }: Write): boolean => key.sk === 'PERSON'
const isIdentity = ({ key }: Write): boolean => key.sk === 'IDENTITY'
const isUsing = (write: Write): boolean => write.kind === 'update' && write.changes.set?.usedBy !== undefined
const isForgetting = (write: Write): boolean => write.kind === 'update' && write.changes.set?.status === 'forgotten'

/** What is written to one item alone, as another implementation would. */
const updating =
  (rewrite: (write: Write) => Write): Layer =>
  (inner) => ({ ...inner, update: (write) => inner.update(rewrite(write) as typeof write) })

/** Wrong ways to deal with papers, and the meeting in which each is seen. */
export const papersMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'papers are before people twice',
    seenIn: 'one who hands in papers twice',
    layer: writing((write) => (isOpen(write) || isUsing(write) ? unguarded(write) : write)),
  },
  {
    name: 'a picture belongs to whatever names it, whatever has become of it',
    seenIn: 'one who hands in papers, and deletes a picture of them in another tab',
    layer: writing((write) => (isPicture(write) && isUsing(write) ? unguarded(write) : write)),
  },
  {
    name: 'a picture is deleted although it is part of papers',
    seenIn: 'one who hands in papers, and deletes a picture of them in another tab',
    layer: updating((write) => (isPicture(write) ? unguarded(write) : write)),
  },
  {
    name: 'what nobody used is forgotten although somebody does by now',
    seenIn: 'one who hands in papers, and the clock that forgets what nobody used',
    layer: updating((write) => (isForgetting(write) ? unguarded(write) : write)),
  },
  {
    name: 'a case is decided, and its papers are not',
    seenIn: 'one who approves papers, and the user who takes them back',
    layer: writing((write) => (isPapers(write) && write.kind === 'update' ? undefined : write)),
  },
  {
    name: 'papers that are over remain open',
    seenIn: 'one who approves papers, and the user who takes them back',
    layer: writing((write) => (isOpen(write) && write.kind === 'delete' ? undefined : write)),
  },
  {
    name: 'pictures are kept for good',
    seenIn: 'one who approves papers, and the user who takes them back',
    layer: writing((write) => (isPicture(write) && !isUsing(write) ? undefined : write)),
  },
  {
    name: 'how many accounts a person has is looked at, and not held',
    seenIn: 'two who approve the papers of two accounts of a person who may have one',
    layer: writing((write) => (isPerson(write) ? unguarded(write) : write)),
  },
  {
    name: 'the other account of the person is not told',
    seenIn: 'two who approve the papers of two accounts of a person who may have two',
    layer: writing((write) => (isPerson(write) ? unguarded(write) : write)),
  },
  {
    name: 'an account becomes somebody else',
    seenIn: 'one who approves papers, and a vendor who says that the account is somebody else',
    layer: writing((write) => (isIdentity(write) ? unguarded(write) : write)),
  },
  {
    name: 'an answer adds nothing to the papers',
    seenIn: 'one who answers with a picture, and deletes it in another tab',
    layer: writing((write) => (isPapers(write) && write.kind === 'update' ? undefined : write)),
  },
  {
    name: 'an appeal keeps no pictures',
    seenIn: 'one who appeals twice',
    layer: writing((write) => (isPicture(write) && isUsing(write) ? undefined : write)),
  },
  {
    name: 'an appeal forgets that other papers are open',
    seenIn: 'one who appeals, and hands in other papers in another tab',
    layer: writing((write) => (isOpen(write) ? unguarded(write) : write)),
  },
  {
    name: 'that papers were approved is not told',
    seenIn: 'one who approves papers, and a vendor who says that the account is somebody else',
    layer: writing((write) => (isAnnouncement(write) ? undefined : write)),
  },
]
