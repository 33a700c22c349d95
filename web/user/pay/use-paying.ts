import { useEffect, useRef, useState } from 'react'
import { ShimingProblem, ShimingUnreachable } from 'shiming-client'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import type { Order } from '../money/named.ts'
import { type BridgeWindow, openSheet, type SheetCall } from './bridge.ts'
import { leavesFirst, type Step, stepAfter } from './step.ts'
import { payTexts } from './texts.ts'
import type { Way } from './ways.ts'
import { wechatEndIn, withoutWechatEnd } from './wechat-end.ts'

/** What is to be known of the last attempt. */
export type Said = { tone: 'info' | 'warn'; text: string }

const CHOOSING: Step = { is: 'choosing' }

/** Paying an order from this page, and asking what became of it. `read` reads the order again; `cameBack`: its payer is back from the channel. */
export const usePaying = (order: Order, read: () => Promise<void>, cameBack: boolean) => {
  const language = useLanguage()
  const texts = useTexts(payTexts)
  const [step, setStep] = useState<Step>(cameBack ? { is: 'away', isFirst: true } : CHOOSING)
  const [end] = useState(() => wechatEndIn(router().place.get().query))
  const [said, setSaid] = useState<Said | undefined>(
    end === undefined || end === 'done' ? undefined : { tone: 'warn', text: texts[end] },
  )
  const goesOn = useRef(end === 'done')
  useEffect(() => {
    const { path, query } = router().place.get()
    if (wechatEndIn(query) !== undefined) router().go(path + withoutWechatEnd(query), { replace: true })
  }, [])

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
    const told = { cancelled: texts.sheetCancelled, failed: texts.sheetFailed, no_bridge: texts.noBridge }
    setSaid({ tone: 'warn', text: told[end] })
  }

  /** Has WeChat say whose it is, which paying in it needs; it leads back here, and paying goes on. */
  const authorize = async (): Promise<void> => {
    setSaid({ tone: 'info', text: texts.authorizing })
    const { url } = await mine().wechat.authorize(location.pathname)
    location.assign(url)
  }

  const open = async (way: Way): Promise<void> => {
    const page = location.origin + location.pathname
    if (leavesFirst(way)) return setStep({ is: 'outside', link: page, ofChannel: false })
    const action = await mine().orders.pay(order.id, { method: way.method, returnPath: `/return/${order.id}` })
    const next = stepAfter(way, action, page)
    setStep(next)
    if (next.is !== 'away') return
    if (next.to !== undefined) location.assign(next.to)
    // Nobody waits for it: WeChat may be closed over its sheet, and the page is found as it was.
    if (next.call) void bySheet(next.call)
  }

  /** `asksWechat`: where the service does not know whose WeChat it is. Not twice in a row, or they would send the payer to and fro. */
  const attempt = async (way: Way, asksWechat: boolean): Promise<void> => {
    setSaid(undefined)
    try {
      await open(way).catch((error: unknown) => {
        if (!asksWechat || !isProblem(error, 'openid_required')) throw error
        return authorize()
      })
    } catch (error) {
      await failed(error, texts.notBegun)
    }
  }

  return {
    step,
    said,
    /** Begins a payment; the same way again goes on with the same one. */
    begin: (way: Way): Promise<void> => attempt(way, true),
    /** Goes on with the payment that was begun before WeChat said whose it is; once. */
    async goOn(way: Way): Promise<void> {
      if (!goesOn.current || way.manner !== 'sheet') return
      goesOn.current = false
      await attempt(way, false)
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
