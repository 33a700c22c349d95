import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree, type Material, type MaterialKind } from '../../material/material.ts'
import { materialOf } from '../../material/material-store.ts'
import type { ReviewCase } from '../../review/case/case.ts'
import { type EffectDeps, type ReviewKind, wantedBy } from '../../review/kind.ts'

/** Pictures of one case; a reviewer would have to ask many times over. */
const MOST = 40

/**
 * Pictures that somebody adds to their papers by an answer, as they are: each their own, taken, part of nothing yet, and one that was asked for
 * last, of each kind one: whatever ends the papers ends all their pictures in one commit, which holds a hundred writes. Refuses with
 * `material_unusable` and `picture_not_asked`, each at its place in `/materials`. One call; none where there are none.
 */
export const readMorePictures = async (
  { table, now }: Pick<EffectDeps, 'table' | 'now'>,
  kind: Pick<ReviewKind, 'pictures'>,
  { accountId, asked, materials: before }: Pick<ReviewCase, 'accountId' | 'asked' | 'materials'>,
  ids: readonly string[],
): Promise<Outcome<Material[]>> => {
  if (ids.length === 0) return ok([])
  const wanted: readonly MaterialKind[] = wantedBy(kind, asked.at(-1)?.what ?? []).pictures
  const found = (await table.getMany(ids.map(materialKeys.material))).map((item) => item && materialOf(item))
  const isFirst = ({ kind: of }: Material, at: number): boolean => found.findIndex((one) => one?.kind === of) === at
  const wrong = (one: Material | undefined, at: number): FieldError['code'] | undefined => {
    // Of what is another's nothing is said, not even which kind it is.
    if (!one || !isFree(one, accountId, now)) return 'material_unusable'
    return wanted.includes(one.kind) && isFirst(one, at) && before.length + at < MOST ? undefined : 'picture_not_asked'
  }
  const fields = found.flatMap((one, at): FieldError[] => {
    const code = wrong(one, at)
    return code ? [{ pointer: `/materials/${at}`, code }] : []
  })
  const [first] = fields
  return first ? refused(first.code, { fields }) : ok(found.flatMap((one) => one ?? []))
}
