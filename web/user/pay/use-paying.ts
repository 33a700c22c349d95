import { useState } from 'react'
import { ShimingProblem, ShimingUnreachable } from 'shiming-client'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import type { Order } from '../money/named.ts'
import { type BridgeWindow, openSheet, type SheetCall } from './bridge.ts'
import { leavesFirst, type Step, stepAfter } from './step.ts'
import { payTexts } from './texts.ts'
import type { Way } from './ways.ts'

/** What is to be known of the last attempt. */
export type Said = { tone: 'info' | 'warn'; text: string }

const CHOOSING: Step = { is: 'choosing' }

/** Paying an order from this page, and asking what became of it. `read` reads the order again; `cameBack`: its payer is back from the channel. */
export const usePaying = (order: Order, read: () => Promise<void>, cameBack: boolean) => {
  const language = useLanguage()
  const texts = useTexts(payTexts)
  const [step, setStep] = useState<Step>(cameBack ? { is: 'away', isFirst: true } : CHOOSING)
  const [said, setSaid] = useState<Said>()

  const failed = async (error: unknown, unreachable: string): Promise<void> => {
    const isLost = error instanceof ShimingUnreachable
    // A refusal says that the order is no longer what this page takes it for.
    if (error instanceof ShimingProblem) await read()
    setSaid({ tone: 'warn', text: isLost ? unreachable : failureText(error, language) })
  }

  const look = async (): Promise<void> => {
    setSaid({ tone: 'info', text: texts.asking })
    try {
      const { status } = await mine().orders.look(order.id)
      await read()
      setSaid(status === 'created' ? { tone: 'warn', text: texts.notPaidYet } : undefined)
    } catch (error) {
      await failed(error, texts.notAsked)
    }
  }

  const bySheet = async (call: SheetCall): Promise<void> => {
    const end = await openSheet(window as unknown as BridgeWindow, call)
    if (end === 'done') {
      setSaid({ tone: 'info', text: texts.sheetDone })
      return look()
    }
    setStep(CHOOSING)
    setSaid({ tone: 'warn', text: end === 'no_bridge' ? texts.noBridge : texts.sheetNotDone })
  }

  return {
    step,
    said,
    /** Begins a payment; the same way again goes on with the same one. */
    async begin(way: Way): Promise<void> {
      setSaid(undefined)
      const page = location.origin + location.pathname
      if (leavesFirst(way)) return setStep({ is: 'outside', link: page, ofChannel: false })
      try {
        const action = await mine().orders.pay(order.id, { method: way.method, returnPath: `/return/${order.id}` })
        const next = stepAfter(way, action, page)
        setStep(next)
        if (next.is !== 'away') return
        if (next.to !== undefined) location.assign(next.to)
        // Nobody waits for it: WeChat may be closed over its sheet, and the page is found as it was.
        if (next.call) void bySheet(next.call)
      } catch (error) {
        await failed(error, texts.notBegun)
      }
    },
    /** Has the channel asked whether the payment came, and says what it found. */
    look,
    /** Back to choosing, after a payment that did not go through (`problem`) or by a change of mind. */
    choose(problem: boolean): void {
      setStep(CHOOSING)
      setSaid(problem ? { tone: 'info', text: texts.problemSaid } : undefined)
    },
  }
}

export type Paying = ReturnType<typeof usePaying>
