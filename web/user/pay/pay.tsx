import { type ReactNode, useEffect, useRef } from 'react'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { useNow } from '../../shared/shown/time.tsx'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import type { Used } from '../../shared/state/use-resource-of.ts'
import { isMoving } from '../money/is-moving.ts'
import type { Order } from '../money/named.ts'
import { Closed, Ending, Paid, Returning } from './over.tsx'
import { pagePaidFor } from './paid-for.ts'
import { Payable } from './payable.tsx'
import { type Phase, pagesOf, phaseOf } from './phase.ts'
import { Told } from './told.tsx'
import { usePaying } from './use-paying.ts'

type PayProps = {
  orderId: string
  /** The payer comes back from the channel's page: is asked first whether paying worked. */
  cameBack?: boolean
  /** It is paid, here or anywhere; once. Unless said, one goes on to the page of what was bought. */
  onPaid?: (order: Order) => unknown
  /** Unpaid and over, and what it was for is wanted anew. Unless said, one goes on to where that is ordered. */
  onAnew?: () => void
  /** Told how the order stands, at first and whenever that changes: for a page whose heading says it. */
  onPhase?: (phase: Phase) => void
  /** In its place where nobody is signed in whose order it is. */
  otherwise?: ReactNode
  /** Said below while it can be paid. */
  children?: ReactNode
}

const toPaid = async (order: Order): Promise<void> => router().go(await pagePaidFor(order), { replace: true })

type OneOrder = Omit<PayProps, 'orderId' | 'otherwise'> & { order: Order; used: Used<Order> }

const OneOrder = ({ order, used, cameBack = false, onPaid = toPaid, onAnew, onPhase, children }: OneOrder) => {
  const now = useNow(order.status === 'created' ? SECOND : MINUTE)
  const phase = phaseOf(order, now)
  const paying = usePaying(order, used.read, cameBack)
  const told = useRef(false)
  const paid = useRef(onPaid)
  paid.current = onPaid
  useEffect(() => {
    if (phase !== 'paid' || told.current) return
    told.current = true
    paid.current(order)
  }, [phase, order])
  const phased = useRef(onPhase)
  phased.current = onPhase
  useEffect(() => phased.current?.(phase), [phase])
  const anew = onAnew ?? (() => router().go(pagesOf(order).anew, { replace: true }))
  return (
    <>
      <Told said={paying.said} />
      {phase === 'payable' && <Payable order={order} read={used.read} paying={paying} />}
      {phase === 'payable' && children}
      {phase === 'ending' && <Ending look={paying.look} />}
      {phase === 'paid' && <Paid />}
      {phase === 'closed' && <Closed onAnew={anew} />}
      {phase === 'returning' && <Returning order={order} onAnew={anew} />}
    </>
  )
}

/** Pays an order by what works here, and follows it until it is paid or over, wherever that happens. */
export const Pay = ({ orderId, otherwise, ...more }: PayProps) => {
  const used = useResource(`order ${orderId}`, (signal) => mine().orders.get(orderId, { signal }), {
    polls: (order) => isMoving(order, serviceClock.now()),
  })
  const { known } = used
  const isNotTheirs =
    known.is === 'failed' && (isProblem(known.error, 'unauthenticated') || isProblem(known.error, 'not_found'))
  if (isNotTheirs && otherwise !== undefined) return otherwise
  return <Read of={used}>{(order) => <OneOrder key={order.amountFen} order={order} used={used} {...more} />}</Read>
}
