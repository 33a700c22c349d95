import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { router } from './routing.ts'

/**
 * Makes of an event that came through a door the event of the row that its method and path fit, as the gateway would have sent it there
 * by a route of its own. An event that no row fits stays as it is.
 */
export const throughDoor = (event: APIGatewayProxyEventV2, rows: readonly { routeKey: string }[]): void => {
  // The path has arrived decoded, and so have its parameters.
  const found = router(rows)(event.requestContext.http.method, event.rawPath)
  if (!found) return
  const { row, parameters } = found
  event.routeKey = row.routeKey
  event.requestContext.routeKey = row.routeKey
  if (Object.keys(parameters).length > 0) event.pathParameters = parameters
  else delete event.pathParameters
}
