import { isAnnouncement } from '../../../shared/outbox/announced.ts'
import type { Write } from '../../../shared/table/write.ts'
import { type Layer, writing } from '../world/layers.ts'
import { unguarded, without } from '../world/mutant.ts'

const isCard = ({ key }: Write): boolean => key.sk.startsWith('CARD#')
const isCheck = ({ key }: Write): boolean => key.sk.startsWith('CHECK#')
const isOwed = ({ key }: Write): boolean => key.sk.startsWith('OWED#')
const isOpen = ({ key }: Write): boolean => key.sk.startsWith('OWEDOPEN#')
const isPlaces = ({ key }: Write): boolean => key.sk === 'CARDS'
const isIdentity = ({ key }: Write): boolean => key.sk === 'IDENTITY'
const isEvidence = ({ key }: Write): boolean => key.sk.startsWith('EVIDENCE#')
const isPerson = ({ key }: Write): boolean => key.sk === 'PERSON'

const setting = (write: Write): Record<string, unknown> => (write.kind === 'update' ? (write.changes.set ?? {}) : {})
const moves = (write: Write, status: string): boolean => setting(write).status === status

const clears = (writes: readonly Write[]): boolean => writes.some((one) => isIdentity(one) && one.kind === 'delete')

const keeping = (write: Write): Write =>
  write.kind === 'update' && isOwed(write)
    ? {
        ...write,
        changes: { ...write.changes, remove: (write.changes.remove ?? []).filter((one) => one !== 'sealedCard') },
      }
    : write

/** Wrong ways to deal with cards, and the meeting in which each is seen. */
export const cardsMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
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
      isCheck(write) || isOwed(write) || isOpen(write) || isCard(write) ? unguarded(write) : write,
    ),
  },
  {
    name: 'two are open at a time',
    seenIn: 'one who types two cards in two tabs',
    layer: writing((write) => (isOpen(write) ? unguarded(write) : write)),
  },
  {
    name: 'one that is over stays open',
    seenIn: 'two workers at one check',
    layer: writing((write) => (isOpen(write) && write.kind === 'delete' ? undefined : write)),
  },
  {
    name: 'the number of a card is kept',
    seenIn: 'two workers at one check',
    layer: writing(keeping),
  },
  {
    name: 'the card is not told of its check',
    seenIn: 'two workers at one check',
    layer: writing((write) => (isCard(write) && moves(write, 'bound') ? undefined : write)),
  },
  {
    name: 'a refused card keeps its place',
    seenIn: 'a worker, and another that gives up an hour later',
    layer: writing((write, writes) =>
      isPlaces(write) && writes.some((one) => isCard(one) && moves(one, 'refused')) ? undefined : write,
    ),
  },
  {
    name: 'a card is taken off whatever was done to it since',
    seenIn: 'one who takes a card off in two tabs',
    layer: writing((write) => (isCard(write) && moves(write, 'unbound') ? unguarded(write) : write)),
  },
  {
    name: 'a card that is bound is typed again',
    seenIn: 'one who takes a card off, and types it again',
    layer: writing((write) => (isCard(write) && moves(write, 'checking') ? unguarded(write) : write)),
  },
  {
    name: 'a card that is taken off goes on proving',
    seenIn: 'one who takes a card off in two tabs',
    layer: writing((write, writes) =>
      (isEvidence(write) || isIdentity(write)) && writes.some((one) => isCard(one) && moves(one, 'unbound'))
        ? undefined
        : write,
    ),
  },
  {
    name: 'what another card proves is not looked at when it counts',
    seenIn: 'one who takes both of their cards off',
    layer: writing((write) => (isEvidence(write) && write.kind === 'guard' ? undefined : write)),
  },
  {
    name: 'a person is verified on as many accounts as like',
    seenIn: 'two accounts whose cards are of the same person',
    layer: writing((write) => (isPerson(write) ? unguarded(write) : write)),
  },
  {
    name: 'an account becomes somebody else',
    seenIn: 'a card that verifies an account, and a paid check that says it is somebody else',
    layer: writing((write) => (isIdentity(write) ? unguarded(write) : write)),
  },
  {
    name: 'that a card verified an account is not told',
    seenIn: 'two accounts whose cards are of the same person',
    layer: writing((write) => (isAnnouncement(write) ? undefined : write)),
  },
  {
    name: 'an account that was cleared is verified by a card all the same',
    seenIn: 'a worker that binds a card, and a person who finds that the account was not them',
    layer: writing((write) => (isIdentity(write) || isEvidence(write) ? unguarded(write) : write)),
  },
  {
    name: 'a bank is asked about a card, whoever the account is by now',
    seenIn: 'a worker that binds a card, and a person who finds that the account was not them',
    layer: writing((write, writes) =>
      isIdentity(write) && write.kind === 'guard' && writes.some((one) => isCheck(one) && moves(one, 'calling'))
        ? undefined
        : write,
    ),
  },
  {
    name: 'a card is begun, whoever the account is by now',
    seenIn: 'one who types a card, and a person who finds that the account was not them',
    layer: writing((write, writes) =>
      isIdentity(write) && write.kind === 'guard' && writes.some((one) => isOwed(one) && one.kind === 'put')
        ? undefined
        : write,
    ),
  },
  {
    name: 'a card forgets whose it is',
    seenIn: 'one who types a card, and a person who finds that the account was not them',
    layer: writing((write) => (isOwed(write) ? without(write, 'heldSince') : write)),
  },
  {
    name: 'a card outlives who it was bound to',
    seenIn: 'one who takes a card off, and a person who finds that the account was not them',
    layer: writing((write, writes) => (isCard(write) && clears(writes) ? undefined : write)),
  },
  {
    name: 'the cards of an account that was cleared keep their places',
    seenIn: 'a worker that binds a second card, and a person who finds that the account was not them',
    layer: writing((write, writes) => (isPlaces(write) && clears(writes) ? undefined : write)),
  },
]
