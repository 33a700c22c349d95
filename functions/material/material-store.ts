import * as z from 'zod/mini'
import { target } from '../../shared/kernel/states.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { DUE, due } from '../../shared/table/keys.ts'
import { stateAllows } from '../../shared/table/state-condition.ts'
import {
  absent,
  all,
  any,
  atLeast,
  atMost,
  type Condition,
  equals,
  equalsOrAbsent,
  type Guard,
  guard,
  type Item,
  isNew,
  type Put,
  put,
  type Update,
  update,
} from '../../shared/table/write.ts'
import { materialKeys } from './keys.ts'
import {
  closedAt,
  LEASE,
  type Material,
  type MaterialEvent,
  type MaterialRefusal,
  materialKinds,
  materialRefusals,
  materialStatuses,
  materialTransitions,
} from './material.ts'
import { type Measured, pictureTypes } from './picture/picture.ts'

/** Name of the data set that sealed pictures are bound to; never changes. */
const PICTURE = 'material'

/** What the sealed bytes of a material are bound to. */
export const boundTo = (id: string) => ({ dataSet: PICTURE, key: id, attribute: 'picture' })

const measured = z.object({
  width: z.number(),
  height: z.number(),
  sharpness: z.number(),
  brightness: z.number(),
  bytes: z.number(),
})

const stored = z.object({
  id: z.string(),
  accountId: z.string(),
  kind: z.enum(materialKinds),
  type: z.enum(pictureTypes),
  status: z.enum(materialStatuses),
  createdAt: z.number(),
  until: z.number(),
  etag: z.optional(z.string()),
  file: z.optional(z.string()),
  wrappedKey: z.optional(z.string()),
  leaseUntil: z.optional(z.number()),
  claims: z.optional(z.number()),
  because: z.optional(z.enum(materialRefusals)),
  measured: z.optional(measured),
  storedAt: z.optional(z.number()),
  keptUntil: z.optional(z.number()),
  usedBy: z.optional(z.string()),
  leftover: z.optional(z.boolean()),
})

export const materialOf = (item: Item): Material => z.parse(stored, item)

type Of = Pick<Material, 'id'>

const dueAt = ({ id }: Of, at: Millis) => due(materialKeys.material(id), at)

/** Somebody may upload from now on; it owes a look as soon as nothing more can come, if nobody has told of a file by then. */
export const materialAwaited = (material: Material): Put =>
  put(
    materialKeys.material(material.id),
    {
      ...material,
      measured: undefined,
      ...dueAt(material, closedAt(material)),
    },
    isNew,
  )

/** Why a write about a material is refused: somebody else was faster. */
const MOVED = 'material_moved'

const moved = (
  of: Of,
  event: MaterialEvent,
  changes: Parameters<typeof update>[1],
  ...when: readonly Condition[]
): Update =>
  update(
    materialKeys.material(of.id),
    { ...changes, set: { status: target(materialTransitions, event as never), ...changes.set } },
    all(stateAllows(materialTransitions, event), ...when),
    MOVED,
  )

/** A worker looks at the file of this etag now, and would seal it under that name; nobody else does until the lease is over. */
export const materialClaimed = (of: Material, { etag, file }: { etag: string; file: string }, now: Millis): Update =>
  of.status === 'awaiting'
    ? moved(of, 'claimed', {
        set: { etag, file, leaseUntil: now + LEASE, leftover: true, ...dueAt(of, now + LEASE) },
        add: { claims: 1 },
      })
    : moved(
        of,
        'claimed_anew',
        { set: { file, leaseUntil: now + LEASE, ...dueAt(of, now + LEASE) }, add: { claims: 1 } },
        atMost('leaseUntil', now),
      )

/** It is sealed under the name that was claimed. What is left of the raw file is to be deleted, at once and when nothing more can come. */
export const materialTaken = (
  of: Material,
  { wrappedKey, measured: of_, keptUntil }: { wrappedKey: string; measured: Measured; keptUntil: Millis },
  now: Millis,
): Update =>
  moved(
    of,
    'taken',
    {
      set: { wrappedKey, measured: { ...of_ }, storedAt: now, keptUntil, ...dueAt(of, now) },
      remove: ['leaseUntil', 'wakePause'],
    },
    equals('file', of.file ?? ''),
  )

/** It is not kept, for that reason. */
export const materialRefused = (of: Material, because: MaterialRefusal, now: Millis): Update =>
  moved(
    of,
    'refused',
    { set: { because, leftover: true, ...dueAt(of, now) }, remove: ['leaseUntil', 'file', 'wakePause'] },
    equalsOrAbsent('file', of.file),
  )

/** Nobody uploaded anything. */
export const materialExpired = (of: Material): Update =>
  moved(of, 'expired', { set: {}, remove: [...DUE] }, atMost('until', of.until))

/** Nothing of it can be opened any more; its file is to be deleted. */
export const materialForgotten = (of: Material, now: Millis): Update =>
  moved(
    of,
    'forgotten',
    { set: { ...dueAt(of, now) }, remove: ['wrappedKey', 'measured', 'wakePause'] },
    atMost('keptUntil', now),
  )

/** What was read is so still: the next look at it is at `at`; none where that is undefined. `clean`: no file of it is left where none may be. */
export const nextLook = (of: Material, at: Millis | undefined, clean: { raw?: boolean; file?: boolean } = {}): Update =>
  update(
    materialKeys.material(of.id),
    {
      set: at === undefined ? {} : dueAt(of, at),
      remove: [
        ...(at === undefined ? DUE : ['wakePause']),
        ...(clean.raw ? ['leftover'] : []),
        ...(clean.file ? ['file'] : []),
      ],
    },
    all(equals('status', of.status), equalsOrAbsent('keptUntil', of.keptUntil)),
    MOVED,
  )

/** Why a material cannot be part of something: it is not the account's, not there, or part of something else. */
export const MATERIAL_UNUSABLE = 'material_unusable'

const unused = (now: Millis): Condition => all(absent('usedBy'), absent('givenUp'), atLeast('keptUntil', now + 1))

/** It is the account's, part of nothing, and nobody gave it up: belongs in the commit before it is opened. */
export const materialFree = (of: Of & { accountId: string }, now: Millis): Guard =>
  guard(
    materialKeys.material(of.id),
    all(stateAllows(materialTransitions, 'used'), equals('accountId', of.accountId), unused(now)),
    MATERIAL_UNUSABLE,
  )

/** It is part of a case from now on, and kept until that is decided. Belongs in the commit that opens the case. */
export const materialUsed = (of: Of & { accountId: string }, usedBy: string, now: Millis): Update =>
  update(
    materialKeys.material(of.id),
    { set: { usedBy }, remove: ['keptUntil'] },
    all(
      stateAllows(materialTransitions, 'used'),
      equals('accountId', of.accountId),
      any(equals('usedBy', usedBy), unused(now)),
    ),
    MATERIAL_UNUSABLE,
  )

/** The case that it is part of is decided: it is kept for as long as is left to appeal. Belongs in the commit that decides. */
export const materialReleased = (of: Of, usedBy: string, keptUntil: Millis): Update =>
  update(
    materialKeys.material(of.id),
    { set: { keptUntil, ...dueAt(of, keptUntil) } },
    all(stateAllows(materialTransitions, 'used'), equals('usedBy', usedBy)),
    MATERIAL_UNUSABLE,
  )

/** What it was part of came to nothing, by no fault of whoever uploaded it: it is part of nothing again, and kept as long as it would have been. */
export const materialFreed = (of: Of, usedBy: string, keptUntil: Millis): Update =>
  update(
    materialKeys.material(of.id),
    { set: { keptUntil, ...dueAt(of, keptUntil) }, remove: ['usedBy'] },
    all(stateAllows(materialTransitions, 'used'), equals('usedBy', usedBy)),
    MATERIAL_UNUSABLE,
  )

/** Whoever uploaded it wants it kept no longer; it is part of nothing, and of nothing from now on, also of what was begun just before. */
export const materialGivenUp = (of: Of, now: Millis): Update =>
  update(
    materialKeys.material(of.id),
    { set: { keptUntil: now, givenUp: true, ...dueAt(of, now) } },
    all(stateAllows(materialTransitions, 'forgotten'), absent('usedBy')),
    MATERIAL_UNUSABLE,
  )
