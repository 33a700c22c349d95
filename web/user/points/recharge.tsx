import { useState } from 'react'
import { ShimingProblem } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { moneyTexts } from '../money/texts.ts'
import { type PointsForm, type PointsOffered, pointsIn, usualPoints } from './points.ts'
import { pointsTexts } from './texts.ts'

/** How many points to buy; opens the order for them. */
export const Recharge = ({ offered, opened }: { offered: PointsOffered; opened: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(pointsTexts)
  const [inTheWay, setInTheWay] = useState<string>()
  const [min, max] = [String(offered.min), String(offered.max)]
  const usual = usualPoints(offered)
  const form = useForm<PointsForm>(
    { choice: String(usual[0] ?? 'other'), other: '' },
    {
      checks: {
        other: (_typed, all) => (pointsIn(all, offered) === undefined ? texts.wrong(min, max) : undefined),
      },
      fields: { points: 'other' },
      send: async (values) => {
        setInTheWay(undefined)
        try {
          await mine().points.recharge(pointsIn(values, offered) ?? 0)
        } catch (error) {
          if (error instanceof ShimingProblem && error.is('too_many_open_orders')) setInTheWay(error.extra.orderId)
          return refusedIn(error, language)
        }
        await opened()
      },
    },
  )
  const points = pointsIn(form.values, offered)
  const amount = points === undefined ? undefined : moneyText(points * offered.fenPerPoint)
  return (
    <form className="card stack" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      {inTheWay !== undefined && (
        <p>
          <Link to={`/orders/${inTheWay}`} className="standing">
            {texts.openOrder}
          </Link>
        </p>
      )}
      <RadioCards
        id="choice"
        label={texts.howMany}
        chosen={form.values.choice}
        onChoose={(choice) => form.set('choice', choice)}
        options={[
          ...usual.map((one) => ({
            value: String(one),
            name: moneyTexts[language].points(String(one)),
            aside: moneyText(one * offered.fenPerPoint),
          })),
          { value: 'other', name: texts.other },
        ]}
      />
      {form.values.choice === 'other' && (
        <TextField
          {...form.text('other')}
          label={texts.otherLabel}
          hint={texts.otherHint(min, max)}
          inputMode="numeric"
          verbatim
          below={amount === undefined ? null : <p>{texts.costs(amount)}</p>}
        />
      )}
      <Button kind="main" wide submit busy={form.busy}>
        {amount === undefined ? texts.orderNone : texts.order(amount)}
      </Button>
      <p className="quiet">{texts.rate('100', moneyText(100 * offered.fenPerPoint))}</p>
    </form>
  )
}
