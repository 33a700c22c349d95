import { useTexts } from '../../shared/language.ts'
import type { Account } from '../../shared/service.ts'
import { texts } from '../../shared/texts/texts.ts'

const backTexts = texts({ back: (name: string) => `回到${name}` }, { back: (name: string) => `Back to ${name}` })

/**
 * Leads back to where the visitor came from, as GET /v1/account tells it; nothing where nobody has said so. `main` where there is nothing
 * else to do here.
 */
export const BackToPlatform = ({ to, main = false }: { to: Account['returnTo']; main?: boolean }) => {
  const { back } = useTexts(backTexts)
  if (to === null) return null
  return (
    <a className={`button button-wide${main ? ' button-main' : ''}`} href={to.url}>
      {back(to.name)}
    </a>
  )
}
