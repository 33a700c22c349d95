import type { Write } from '../../../shared/table/write.ts'
import { type Layer, reading, writing } from '../world/layers.ts'
import { careless, unguarded } from '../world/mutant.ts'

const isScan = ({ key }: Write): boolean => key.sk === 'SCAN'

const moves = (write: Write, status: string): boolean =>
  isScan(write) && write.kind === 'update' && write.changes.set?.status === status

const isStillThere = (write: Write): boolean => write.kind === 'guard' && write.key.sk.startsWith('SESSION#')

/** Wrong ways to deal with codes, and the meeting in which each is seen. */
export const scanMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'whoever confirms last has it',
    seenIn: 'two people who confirm one code',
    layer: writing((write) => (moves(write, 'confirmed') ? unguarded(write) : write)),
  },
  {
    name: 'a refusal comes after all',
    seenIn: 'one who confirms, and who refuses in another tab',
    layer: writing((write) => (moves(write, 'refused') ? unguarded(write) : write)),
  },
  {
    name: 'a confirmation comes after the refusal',
    seenIn: 'one who confirms, and who refuses in another tab',
    layer: writing((write) => (moves(write, 'confirmed') ? careless(write, 'status') : write)),
  },
  {
    name: 'looking begins anew what was confirmed',
    seenIn: 'one who confirms, and one who only looks',
    layer: writing((write) => (moves(write, 'scanned') ? unguarded(write) : write)),
  },
  {
    name: 'a session is opened without a look at the code in the write',
    seenIn: 'a desktop that fetches its session, and a phone that signs out everywhere',
    layer: writing((write) => (isStillThere(write) ? undefined : write)),
  },
  {
    name: 'the code is not used up',
    seenIn: 'two phones that go on by one code',
    layer: writing((write) => (moves(write, 'used') ? undefined : write)),
  },
  {
    name: 'two phones use up one code',
    seenIn: 'two phones that go on by one code',
    layer: writing((write) => (moves(write, 'used') ? unguarded(write) : write)),
  },
  {
    name: 'whoever has signed out lets a phone go on',
    seenIn: 'a phone that goes on, and a desktop that signs out',
    layer: writing((write) => (isStillThere(write) ? undefined : write)),
  },
  {
    name: 'a code to go on by can be confirmed',
    seenIn: 'a phone that goes on, and one who confirms the same code to sign in',
    layer: writing((write) => (moves(write, 'confirmed') ? careless(write, 'purpose') : write)),
  },
  {
    name: 'a lost answer is not told again',
    seenIn: 'a desktop that fetches its session twice',
    layer: reading((item) => (item.sk === 'SCAN' && item.status === 'used' ? { ...item, status: 'refused' } : item)),
  },
]
