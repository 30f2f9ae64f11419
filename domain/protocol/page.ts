/** What the server says to the pages it renders, in a request header that it sets itself and no browser can. */

/** The countries whose demo accounts this server has, such as `KH LA`; absent unless it is an exercise. */
export const exerciseHeader = "x-sekong-exercise";
