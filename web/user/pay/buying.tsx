import { type ReactNode, useState } from 'react'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { mine } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import type { Order } from '../money/named.ts'
import { Pay } from './pay.tsx'

/** The newest order of a kind that nobody has paid yet, also where its time has just ended: it may turn out to be paid. */
const findOpen = async (kind: Order['kind'], signal: AbortSignal): Promise<{ id: string } | undefined> => {
  const { items } = await mine().orders.list({ signal }).page()
  return items.find((order) => order.kind === kind && order.status === 'created')
}

type BuyingProps = {
  kind: Order['kind']
  /** What is said once it is paid. */
  paid: string
  /** What was bought has changed the account. */
  onPaid: () => Promise<void>
  /** Where there is no open order: what opens one, to be told by `opened`. */
  children: (opened: () => Promise<void>) => ReactNode
}

/** Buying something: the open order is found again and paid, whichever page or device opened it; otherwise one is opened. */
export const Buying = ({ kind, paid, onPaid, children }: BuyingProps) => {
  const open = useResource(`open order for ${kind}`, (signal) => findOpen(kind, signal))
  const [isPaid, setPaid] = useState(false)
  const bought = async (): Promise<void> => {
    setPaid(true)
    await Promise.all([onPaid(), open.read()])
  }
  const opened = async (): Promise<void> => {
    setPaid(false)
    await open.read()
  }
  return (
    <>
      <Status>{isPaid && <Banner tone="good">{paid}</Banner>}</Status>
      <Read of={open}>
        {(order) =>
          order ? (
            <Pay orderId={order.id} onPaid={() => void bought()} onAnew={() => void open.read()} />
          ) : (
            children(opened)
          )
        }
      </Read>
    </>
  )
}
