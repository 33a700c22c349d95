import { useEffect } from 'react'
import { type Account, mine } from '../../shared/service.ts'
import { session } from '../../shared/state/session.ts'
import { type Used, useResource } from '../../shared/state/use-resource.ts'

/** The account of whoever is signed in; that somebody is, is known to the frame from then on. */
export const useAccount = (): Used<Account> => {
  const account = useResource('account', (signal) => mine().account.get({ signal }))
  const id = account.known.is === 'ok' ? account.known.value.id : null
  useEffect(() => {
    if (id !== null) session.began(id)
  }, [id])
  return account
}
