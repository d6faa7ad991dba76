/** Whether a signed badge (a compact JWT, or JSON) was made by an issuer of demonstrations. It is not checked here. */
export function isDemo(credential: string | undefined): boolean {
  const body = credential?.startsWith('{') ? credential : payloadOf(credential?.split('.')[1] ?? '');
  return body.includes('"ext:htsd-issuer-kind"') && body.includes('"demo"');
}

/** What stands in a JWT, as far as ASCII goes. */
function payloadOf(part: string): string {
  try {
    return atob(part.replace(/-/g, '+').replace(/_/g, '/'));
  } catch (error) {
    // No base64url, so no badge of ours.
    if (error instanceof DOMException) return '';
    throw error;
  }
}
