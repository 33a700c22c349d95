import type { Item } from '../../../shared/table/write.ts'

const partOf = ({ pk }: Item): string => pk.slice(pk.indexOf('#') + 1)

const identityOf = (items: readonly Item[], accountId: unknown): Item | undefined =>
  items.find((one) => one.pk === `ACCOUNT#${accountId}` && one.sk === 'IDENTITY')

const lettersOf = (items: readonly Item[], accountId: unknown, title: string): number =>
  items.filter(
    (one) => one.pk === `ACCOUNT#${accountId}` && one.sk.startsWith('MESSAGE#') && String(one.title).startsWith(title),
  ).length

/** The account is paused exactly while its verification is disputed, once, and it is told. */
const pauseFaults = (items: readonly Item[], of: Item): string[] => {
  const { id, accountId, status, pausedUntil } = of
  const identity = identityOf(items, accountId)
  const isPaused = identity?.pausedBy === id
  const shouldBe = identity !== undefined && status === 'disputed' && pausedUntil !== undefined
  const told = lettersOf(items, accountId, '发送消息已暂停')
  return [
    ...(isPaused === shouldBe ? [] : [`${status}, and sending is ${isPaused ? '' : 'not '}paused`]),
    ...(isPaused && identity?.pausedUntil !== pausedUntil ? ['paused for another time than is known'] : []),
    ...(told === Number(pausedUntil !== undefined) ? [] : [`told ${told} times of a pause`]),
  ]
}

/** Cleared is nobody, and told so; anything else is somebody. */
const clearedFaults = (items: readonly Item[], { accountId, status }: Item): string[] => {
  const isCleared = status === 'cleared'
  const told = lettersOf(items, accountId, '本账号的实名认证已撤销')
  return [
    ...(isCleared === (identityOf(items, accountId) === undefined)
      ? []
      : [`${status}, and the identity says otherwise`]),
    ...(told === Number(isCleared) ? [] : [`${status}, and told ${told} times that it was withdrawn`]),
    ...(isCleared && items.some((one) => one.pk === `ACCOUNT#${accountId}` && one.sk.startsWith('EVIDENCE#'))
      ? ['evidence is left of nobody']
      : []),
  ]
}

/** What is said of a verification has one case, open exactly while it is disputed; beside it only one of the account itself, which was taken over. */
const caseFaults = (items: readonly Item[], { id, accountId, status, case: name }: Item): string[] => {
  const cases = items.filter(({ sk, subject }) => sk.startsWith('REVIEW#') && subject === id)
  const open = cases.filter((one) => !['decided', 'withdrawn'].includes(String(one.status)))
  const isNamed = (one: Item): boolean => `${one.accountId}.${one.id}` === name
  const named = open.filter(isNamed).length
  return [
    ...(named === Number(status === 'disputed') ? [] : [`${status}, and ${named} cases about it are open`]),
    ...(open.every((one) => isNamed(one) || one.accountId === accountId) ? [] : ['another case than is known is open']),
  ]
}

/** Who is known to hold an account is who it is verified as. */
export const personFaults = (items: readonly Item[]): string[] => {
  const entries = items.filter(({ sk }) => sk === 'PERSON')
  const held = entries.flatMap((entry) =>
    entry.accounts instanceof Set ? [...entry.accounts].map((account) => `${partOf(entry)} ${account}`) : [],
  )
  const identities = items.filter(({ sk }) => sk === 'IDENTITY')
  const verified = identities.map((one) => `${one.personIndex} ${partOf(one)}`)
  return held.toSorted().join() === verified.toSorted().join() ? [] : [`${held} are held, and ${verified} verified`]
}

/** Of two accounts that one person holds the one that was verified later is known to the other. */
export const toldFaults = (items: readonly Item[]): string[] => {
  const proofings = items.filter(({ sk, status }) => sk === 'PROOFING' && status !== 'cleared')
  const isTold = ({ receivers }: Item, { accountId }: Item): boolean =>
    accountId !== undefined && Array.isArray(receivers) && receivers.includes(accountId)
  return proofings.flatMap((one, nth) =>
    proofings
      .slice(nth + 1)
      .filter((other) => !isTold(one, other) && !isTold(other, one))
      .map(() => 'neither of two accounts of a person was told of the other'),
  )
}

/** What must hold once everybody is done. P11. */
export const proofingFaults = (items: readonly Item[]): string[] => [
  ...items
    .filter(({ sk }) => sk === 'PROOFING')
    .flatMap((of) => [...pauseFaults(items, of), ...clearedFaults(items, of), ...caseFaults(items, of)]),
  ...personFaults(items),
  ...toldFaults(items),
]
