import { isAnnouncement } from '../../../shared/outbox/announced.ts'
import type { Write } from '../../../shared/table/write.ts'
import { type Layer, writing } from '../world/layers.ts'
import { setting, unguarded, without } from '../world/mutant.ts'

const isDocument = ({ key }: Write): boolean => key.sk.startsWith('DOCUMENT#')
const isPhoto = ({ key }: Write): boolean => key.sk === 'MATERIAL'
const isCheck = ({ key }: Write): boolean => key.sk.startsWith('CHECK#')
const isOwed = ({ key }: Write): boolean => key.sk.startsWith('OWED#')
const isOpen = ({ key }: Write): boolean => key.sk.startsWith('OWEDOPEN#')
const isIdentity = ({ key }: Write): boolean => key.sk === 'IDENTITY'
const isEvidence = ({ key }: Write): boolean => key.sk.startsWith('EVIDENCE#')

const moves = (write: Write, status: string): boolean => setting(write, 'status') === status
const removes = (write: Write, attribute: string): boolean =>
  write.kind === 'update' && (write.changes.remove ?? []).includes(attribute)

/** The write without its condition; nothing of a guard. */
const heedless = (write: Write): Write | undefined => (write.kind === 'guard' ? undefined : unguarded(write))

/** A photo becomes part of a card. */
const uses = (write: Write): boolean => isPhoto(write) && setting(write, 'usedBy') !== undefined
/** It is given back. */
const frees = (write: Write): boolean => isPhoto(write) && removes(write, 'usedBy')
/** It is to be forgotten, as what it was part of is over. */
const releases = (write: Write, writes: readonly Write[]): boolean =>
  isPhoto(write) && !frees(write) && !uses(write) && writes.some(isDocument)

/** Wrong ways to deal with identity cards, and the meeting in which each is seen. */
export const documentsMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'a check is claimed by whoever comes by',
    seenIn: 'two workers at one check',
    layer: writing((write) =>
      (isCheck(write) || isOwed(write)) && (moves(write, 'calling') || moves(write, 'checking'))
        ? unguarded(write)
        : write,
    ),
  },
  {
    name: 'a result is written by whoever lost the claim',
    seenIn: 'a worker, and another after its lease',
    layer: writing((write) =>
      isCheck(write) || isOwed(write) || isOpen(write) || isDocument(write) || isPhoto(write)
        ? unguarded(write)
        : write,
    ),
  },
  {
    name: 'two are open at a time',
    seenIn: 'one who hands in two cards in two tabs',
    layer: writing((write) => (isOpen(write) ? unguarded(write) : write)),
  },
  {
    name: 'one that is over stays open',
    seenIn: 'two workers at one check',
    layer: writing((write) => (isOpen(write) && write.kind === 'delete' ? undefined : write)),
  },
  {
    name: 'the document is not told of its check',
    seenIn: 'two workers at one check',
    layer: writing((write) => (isDocument(write) && moves(write, 'proven') ? undefined : write)),
  },
  {
    name: 'photos become part of nothing',
    seenIn: 'one who clicks twice',
    layer: writing((write) => (uses(write) ? undefined : write)),
  },
  {
    name: 'photos are taken whatever became of them: forgotten',
    seenIn: 'one who hands in, and upkeep that forgets the photos',
    layer: writing((write) => (uses(write) ? unguarded(write) : write)),
  },
  {
    name: 'photos are taken whatever became of them: deleted',
    seenIn: 'one who hands in, and deletes a photo in another tab',
    layer: writing((write) => (uses(write) || isPhoto(write) ? unguarded(write) : write)),
  },
  {
    name: 'photos are taken whatever became of them: part of papers',
    seenIn: 'one who hands in, and makes a photo part of papers in another tab',
    layer: writing((write) => (uses(write) ? unguarded(write) : write)),
  },
  {
    name: 'photos that are part of a card go on to be forgotten when nobody used them',
    seenIn: 'one who hands in, and upkeep that forgets the photos',
    layer: writing((write) =>
      uses(write) && write.kind === 'update' ? { ...write, changes: { ...write.changes, remove: [] } } : write,
    ),
  },
  {
    name: 'photos are kept after the result',
    seenIn: 'two workers at one check',
    layer: writing((write, writes) => (releases(write, writes) ? undefined : write)),
  },
  {
    name: 'photos are not given back where nothing was found out',
    seenIn: 'a worker whose authority never answers, and one who hands in the same photos again',
    layer: writing((write) => (frees(write) ? undefined : write)),
  },
  {
    name: 'photos that are given back are kept for good',
    seenIn: 'a worker whose authority never answers, and one who hands in the same photos again',
    layer: writing((write) => (frees(write) ? without(write, 'keptUntil') : write)),
  },
  {
    name: 'which photos were part of it is kept',
    seenIn: 'two workers at one check',
    layer: writing((write) =>
      isOwed(write) && removes(write, 'pictures') && write.kind === 'update'
        ? { ...write, changes: { ...write.changes, remove: [] } }
        : write,
    ),
  },
  {
    name: 'what a document proves never ends',
    seenIn: 'two workers at one check',
    layer: writing((write) => (isEvidence(write) ? without(write, 'validUntil') : write)),
  },
  {
    name: 'what a document proves is forgotten',
    seenIn: 'two workers at one check',
    layer: writing((write, writes) =>
      isEvidence(write) && writes.some((one) => isDocument(one) && moves(one, 'proven')) ? undefined : write,
    ),
  },
  {
    name: 'that a document was proven is not told',
    seenIn: 'two workers at one check',
    layer: writing((write) => (isAnnouncement(write) ? undefined : write)),
  },
  {
    name: 'an account that was cleared is proven all the same',
    seenIn: 'a worker that proves a document, and a person who finds that the account was not them',
    layer: writing((write) => (isIdentity(write) || isEvidence(write) ? heedless(write) : write)),
  },
  {
    name: 'nobody looks whether the account is verified when a card is handed in',
    seenIn: 'one who hands in, and a person who finds that the account was not them',
    layer: writing((write, writes) =>
      isIdentity(write) && write.kind === 'guard' && writes.some(isDocument) ? undefined : write,
    ),
  },
  {
    name: 'nobody looks whether a longer card is proven when one is handed in',
    seenIn: 'one who hands in, and another tab in which a longer card is handed in and proven',
    layer: writing((write, writes) =>
      isIdentity(write) && write.kind === 'guard' && writes.some(isDocument) ? undefined : write,
    ),
  },
  {
    name: 'nobody looks whether the account is still verified before an authority is asked',
    seenIn: 'a worker that proves a document, and a person who finds that the account was not them',
    layer: writing((write, writes) =>
      isIdentity(write) && write.kind === 'guard' && writes.some(isOwed) && !writes.some(isDocument)
        ? undefined
        : write,
    ),
  },
  {
    name: 'a card that is bound meanwhile is lost',
    seenIn: 'a worker that proves a document, and another that binds a card',
    layer: writing((write) => (isIdentity(write) ? heedless(write) : write)),
  },
  {
    name: 'the card of who an account was is kept',
    seenIn: 'a worker that proves a document, and a person who finds that the account was not them',
    layer: writing((write) => (isDocument(write) && write.kind === 'delete' ? undefined : write)),
  },
]
