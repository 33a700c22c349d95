/** What is known of where a visitor came from: `said` in the address, and the page that led here; `kept` is what the service has by now. */
export type Arrival = { said: string | undefined; referrer: string; origin: string; kept: string | undefined }

/**
 * What the service is to remember as the way back; undefined for nothing new. An address that was said counts more than what is kept, and
 * that more than the page that led here. Whether anybody is led there is for the service to say.
 */
export const addressToKeep = ({ said, referrer, origin, kept }: Arrival): string | undefined => {
  if (said !== undefined) return said === kept ? undefined : said
  const isForeign = URL.canParse(referrer) && new URL(referrer).origin !== origin
  return kept === undefined && isForeign ? referrer : undefined
}
