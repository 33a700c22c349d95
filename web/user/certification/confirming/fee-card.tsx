import { useEffect, useRef, useState } from 'react'
import { type Application, ShimingProblem } from 'shiming-client'
import { Button } from '../../../shared/controls/button.tsx'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import { router } from '../../../shared/router/router.ts'
import { mine } from '../../../shared/service.ts'
import { moneyText } from '../../../shared/shown/money.ts'
import { useLeft } from '../../../shared/shown/time.tsx'
import { failureText } from '../../../shared/state/failure.ts'
import { Pay } from '../../pay/pay.tsx'
import { wechatEndIn } from '../../pay/wechat-end.ts'
import { Until } from '../../until.tsx'
import { confirmingTexts } from './texts.ts'

type FeeCardProps = { of: Application; read: () => Promise<void> }

/** W6 the fee of an application that was confirmed: why, until when, and its order, which is the same one while it is open. */
export const FeeCard = ({ of, read }: FeeCardProps) => {
  const language = useLanguage()
  const texts = useTexts(confirmingTexts)
  const [order, setOrder] = useState<string>()
  const [failed, setFailed] = useState<{ text: string; inTheWay: string | undefined }>()
  const isOpen = useLeft(of.payUntil ?? undefined) > 0
  const open = async (): Promise<void> => {
    setFailed(undefined)
    try {
      const { order: opened } = await mine().applications.order(of.id)
      setOrder(opened.id)
    } catch (error) {
      const isFull = error instanceof ShimingProblem && error.is('too_many_open_orders')
      setFailed({ text: failureText(error, language), inTheWay: isFull ? error.extra.orderId : undefined })
      await read()
    }
  }
  const goOn = useRef(open)
  goOn.current = open
  // Back from where WeChat said whose it is, paying goes on with the same order.
  useEffect(() => {
    if (wechatEndIn(router().place.get().query) !== undefined) void goOn.current()
  }, [])
  return (
    <>
      <section className="card stack">
        <h2>{texts.feeTitle}</h2>
        <p>{texts.feeMore}</p>
        {of.payUntil !== null && (
          <p>
            {texts.payUntil} <Until at={of.payUntil} />
          </p>
        )}
        {failed !== undefined && (
          <div role="alert">
            <p>{failed.text}</p>
            {failed.inTheWay !== undefined && (
              <Link to={`/orders/${failed.inTheWay}`} className="standing">
                {texts.openOrder}
              </Link>
            )}
          </div>
        )}
        {order === undefined && !isOpen && <p>{texts.payOver}</p>}
        {order === undefined && isOpen && (
          <Button kind="main" wide onPress={open}>
            {texts.pay(moneyText(of.fee.amountFen))}
          </Button>
        )}
      </section>
      {order !== undefined && <Pay orderId={order} onPaid={() => void read()} onAnew={() => setOrder(undefined)} />}
    </>
  )
}
