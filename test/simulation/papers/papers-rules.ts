import type { ReviewCase } from '../../../functions/review/case/case.ts'
import { caseOf } from '../../../functions/review/case/case-store.ts'
import type { Papers, PapersStatus } from '../../../functions/verification/papers/papers.ts'
import { papersOf } from '../../../functions/verification/papers/papers-store.ts'
import type { Item } from '../../../shared/table/write.ts'
import { personFaults, toldFaults } from '../proofing/proofing-rules.ts'

/** What papers are by their case. */
const fromCase = ({ status, decision }: ReviewCase): PapersStatus => {
  if (status === 'withdrawn') return 'withdrawn'
  if (status !== 'decided') return 'in_review'
  return decision?.verdict === 'approved' ? 'verified' : 'refused'
}

/** Papers stand as the case about them does, which is the last. */
const caseFaults = (items: readonly Item[], of: Papers): string[] => {
  const cases = items.filter(({ sk, subject }) => sk.startsWith('REVIEW#') && subject === of.id).map(caseOf)
  const last = cases.find(({ id }) => id === of.case)
  if (!last) return ['papers without a case']
  const others = cases.filter((one) => one !== last && fromCase(one) === 'in_review')
  return [
    ...(fromCase(last) === of.status ? [] : [`papers are ${of.status}, and their case says ${fromCase(last)}`]),
    ...(others.length === 0 ? [] : ['a case of before is open']),
  ]
}

/** One of an account is open at most, and is known to be. */
const openFaults = (items: readonly Item[], all: readonly Papers[]): string[] => {
  const open = all.filter(({ status }) => status === 'in_review').map(({ id, accountId }) => `${accountId} ${id}`)
  const known = items.filter(({ sk }) => sk === 'PAPERSOPEN').map(({ pk, papers }) => `${pk.slice(8)} ${papers}`)
  return open.toSorted().join() === known.toSorted().join() ? [] : [`open are ${open}, and known to be ${known}`]
}

/** Approved, and nothing else, is proven: by exactly one evidence, which is told. */
const proofFaults = (items: readonly Item[], { id, accountId, status }: Papers): string[] => {
  const proofs = items.filter((one) => one.pk === `ACCOUNT#${accountId}` && one.check === id)
  const told = items.filter((one) => one.sk === 'PROOFING' && one.id === id)
  const expected = status === 'verified' ? 1 : 0
  return [
    ...(proofs.length === expected ? [] : [`papers are ${status}, and prove ${proofs.length} times`]),
    ...(told.length === expected ? [] : [`papers are ${status}, and that is told ${told.length} times`]),
  ]
}

/** Pictures are part of what names them, and kept without an end exactly while people look. */
const pictureFaults = (items: readonly Item[], all: readonly Papers[]): string[] =>
  items
    .filter(({ pk }) => pk.startsWith('MATERIAL#'))
    .flatMap(({ pk, usedBy, status, keptUntil }) => {
      const id = pk.slice('MATERIAL#'.length)
      const naming = all.filter(({ materials }) => materials.includes(id))
      const [of] = naming
      const isOpen = of?.status === 'in_review'
      const isGone = status === 'forgotten' && keptUntil === undefined
      return [
        ...(naming.map((one) => one.id).join() === String(usedBy ?? '')
          ? []
          : [`a picture is part of ${usedBy}, and ${naming.map((one) => one.id)} name it`]),
        ...(status !== 'stored' || isOpen === (keptUntil === undefined)
          ? []
          : [`of papers that are ${of?.status} a picture is kept until ${keptUntil}`]),
        ...(isOpen && isGone ? ['a picture that people look at is gone'] : []),
      ]
    })

/** What must hold once everybody is done. P10 P11. */
export const papersFaults = (items: readonly Item[]): string[] => {
  const all = items.filter(({ sk }) => sk.startsWith('PAPERS#')).map(papersOf)
  return [
    ...all.flatMap((one) => [...caseFaults(items, one), ...proofFaults(items, one)]),
    ...openFaults(items, all),
    ...pictureFaults(items, all),
    ...personFaults(items),
    ...toldFaults(items),
  ]
}
