import { route } from '../../shared/http/route.ts'
import { offersShown } from './offers/offers-view.ts'

export const offersRoute = route({
  fn: 'overview-offers',
  method: 'GET',
  name: 'getOffers',
  path: '/v1/offers',
  caller: 'anyone',
  keptByLanguage: true,
  summary:
    'What a user must know before paying: prices, what is kept and what goes back in every outcome, what membership raises, ways to pay, the notice to agree to, whether verification is paused, and whom to ask.',
  answers: { 200: offersShown },
})
