import { useEffect } from 'react'
import { ShimingProblem } from 'shiming-client'
import { router } from '../../shared/router/router.ts'
import { type Account, mine } from '../../shared/service.ts'
import { ofVisitor } from '../../shared/state/of-visitor.ts'
import { addressToKeep } from './return-address.ts'

/** What was said in an address of this visit: a session that is opened anew hears of it again. */
const said = ofVisitor((): string | undefined => undefined)

/** What is being asked, or was refused: once is enough. */
const asked = new Set<string>()

/** The same place without what the service has heard. */
const tidied = (): void => {
  const { path, query } = router().place.get()
  const rest = new URLSearchParams(query)
  if (!rest.has('returnUrl')) return
  rest.delete('returnUrl')
  const search = rest.toString()
  router().go(search ? `${path}?${search}` : path, { replace: true })
}

/**
 * Has the service remember with the session where the visitor came from, and takes it out of the address: the service's own check decides,
 * and anything else is passed over. `onKept`: it is told with the account from now on.
 */
export const useReturnAddress = (query: URLSearchParams, account: Account | undefined, onKept: () => void): void => {
  said.set(query.get('returnUrl') ?? said.get())
  const kept = account?.returnTo?.url
  const address =
    account && addressToKeep({ said: said.get(), referrer: document.referrer, origin: location.origin, kept })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the address that is new, not what hears of it.
  useEffect(() => {
    if (account && address === undefined) tidied()
    if (address === undefined || asked.has(address)) return
    asked.add(address)
    mine()
      .sessions.setReturnUrl(address)
      .then(
        () => {
          asked.delete(address)
          onKept()
        },
        (error: unknown) => {
          if (error instanceof ShimingProblem && error.code === 'invalid_return_url') tidied()
          else asked.delete(address)
        },
      )
  }, [account?.id, address])
}
