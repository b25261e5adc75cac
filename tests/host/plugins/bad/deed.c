/* SPDX-License-Identifier: MIT
 *
 * What the plugin in wicked.cpp does in every call; empty: what the attachment says. */
extern const char wicked_deed[];
const char wicked_deed[] = DEED;
