/* SPDX-License-Identifier: MIT
 *
 * A view in plain C: everybody in rows of six, under a line that counts them. The messages come as
 * JSON ("wire": "json" in plugin.json), field by field as in the schemas; cJSON reads and writes
 * them. */
#include <cjson/cJSON.h>
#include <inroad/abi.h>
#include <stdio.h>
#include <string.h>

enum { per_row = 6, margin = 28, gap = 16, heading = 40 };

/* Inputs in JSON end in a 0. */
static cJSON *input(const inroad_inputs *inputs, uint32_t kind) {
  for (uint32_t i = 0; i < inputs->count; ++i)
    if (inputs->items[i].kind == kind)
      return cJSON_Parse((const char *)inputs->items[i].bytes.data);
  return NULL;
}

static double number(const cJSON *object, const char *key) {
  return cJSON_GetNumberValue(cJSON_GetObjectItem(object, key));
}

static cJSON *add_card(cJSON *cards, int person, const cJSON *size) {
  cJSON *card = cJSON_CreateObject();
  cJSON_AddNumberToObject(card, "person", person);
  cJSON_AddNumberToObject(card, "x", margin + person % per_row * (number(size, "width") + gap));
  cJSON_AddNumberToObject(card, "y",
                          margin + heading + person / per_row * (number(size, "height") + gap));
  cJSON_AddNumberToObject(card, "width", number(size, "width"));
  cJSON_AddNumberToObject(card, "height", number(size, "height"));
  cJSON_AddItemToArray(cards, card);
  return card;
}

static cJSON *scene_for(const cJSON *sizes) {
  cJSON *scene = cJSON_CreateObject(), *cards = cJSON_AddArrayToObject(scene, "cards");
  double right = 400, bottom = margin + heading;
  int person = 0;
  const cJSON *size;
  cJSON_ArrayForEach(size, sizes) {
    const cJSON *card = add_card(cards, person++, size);
    const double to_x = number(card, "x") + number(card, "width");
    const double to_y = number(card, "y") + number(card, "height");
    right = to_x > right ? to_x : right;
    bottom = to_y > bottom ? to_y : bottom;
  }
  cJSON_AddNumberToObject(scene, "width", right + margin);
  cJSON_AddNumberToObject(scene, "height", bottom + margin);
  char text[40];
  snprintf(text, sizeof text, "People: %d", person);
  cJSON *label = cJSON_CreateObject();
  cJSON_AddStringToObject(label, "text", text);
  cJSON_AddNumberToObject(label, "x", margin);
  cJSON_AddNumberToObject(label, "y", margin + heading / 2);
  cJSON_AddNumberToObject(label, "max_width", right - margin);
  cJSON_AddStringToObject(label, "anchor", "start");
  cJSON_AddStringToObject(label, "role", "heading");
  cJSON_AddItemToArray(cJSON_AddArrayToObject(scene, "labels"), label);
  return scene;
}

static int32_t run(const inroad_host *host, const inroad_inputs *inputs) {
  cJSON *request = input(inputs, INROAD_INPUT_REQUEST);
  const cJSON *sizes = cJSON_GetObjectItem(cJSON_GetObjectItem(request, "ask"), "sizes");
  cJSON *scene = scene_for(sizes);
  char *text = cJSON_PrintUnformatted(scene);
  host->reply(host->context, (const uint8_t *)text, strlen(text));
  cJSON_free(text);
  cJSON_Delete(scene);
  cJSON_Delete(request);
  return 0;
}
INROAD_DEFINE_PLUGIN(run)
