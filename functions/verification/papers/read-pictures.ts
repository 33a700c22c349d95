import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree, type Material, type MaterialKind } from '../../material/material.ts'
import { materialOf } from '../../material/material-store.ts'
import type { PapersKind, picturesOf } from './papers-kinds.ts'

/** The pictures as they are, or what is wrong with them, each at its field. One call. */
export const readPictures = async (
  { table, clock }: { table: Pick<Table, 'getMany'>; clock: Clock },
  accountId: string,
  { needs, takes }: (typeof picturesOf)[PapersKind],
  given: Partial<Record<MaterialKind, string>>,
): Promise<Outcome<Material[]>> => {
  const named = Object.entries(given) as [MaterialKind, string][]
  const items = await table.getMany(named.map(([, id]) => materialKeys.material(id)))
  const now = clock.now()
  const found = items.map((item) => item && materialOf(item))
  const isFine = (kind: MaterialKind, one: Material | undefined): boolean =>
    one !== undefined && one.kind === kind && isFree(one, accountId, now)
  const wrong = (kind: MaterialKind, one: Material | undefined): FieldError['code'] | undefined => {
    if (!needs.includes(kind) && !takes.includes(kind)) return 'picture_not_asked'
    return isFine(kind, one) ? undefined : 'material_unusable'
  }
  const errorAt = (kind: MaterialKind, code: FieldError['code'] | undefined): FieldError[] =>
    code ? [{ pointer: `/pictures/${kind}`, code }] : []
  const fields = [
    ...needs.flatMap((kind) => errorAt(kind, given[kind] === undefined ? 'picture_needed' : undefined)),
    ...named.flatMap(([kind], at) => errorAt(kind, wrong(kind, found[at]))),
  ]
  const [first] = fields
  return first ? refused(first.code, { fields }) : ok(found.flatMap((one) => one ?? []))
}
