import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { Pay } from './pay.tsx'
import { payTexts } from './texts.ts'

/** The channel may open another browser than the one where somebody began; there nothing is shown of whose order it is. */
const Elsewhere = ({ orderId }: { orderId: string }) => {
  const texts = useTexts(payTexts)
  return (
    <section className="card stack">
      <h2>{texts.returnElsewhere}</h2>
      <p>{texts.returnElsewhereMore}</p>
      <p>{texts.returnBack}</p>
      <p>{texts.returnSignIn}</p>
      <Link to={`/sign-in?to=/return/${orderId}`} className="button button-main button-wide">
        {texts.signIn}
      </Link>
    </section>
  )
}

/** Where a channel's page leads back to, paid or not: asks how it went, follows the order, and leads on. */
export const ReturnPage = ({ params }: PageTold) => {
  const texts = useTexts(payTexts)
  const orderId = params.orderId ?? ''
  return (
    <Page title={texts.returnTitle}>
      <div className="stack below">
        <Pay orderId={orderId} cameBack otherwise={<Elsewhere orderId={orderId} />} />
      </div>
    </Page>
  )
}
