// The parts of the figure's body as shapes: each draws itself with the pen, from far to near.
#pragma once

#include "draw/figure_body.h"
#include "draw/figure_scene.h"

namespace limber::figure {

// `far`: on the side away from the viewer, in the darker tone.
void draw_arm(Pen& pen, const Body& body, int side, bool far);
void draw_leg(Pen& pen, const Body& body, int side, bool far);
void draw_trunk(Pen& pen, const Body& body, bool blades);  // blades: show the shoulder blades
void draw_neck(Pen& pen, const Body& body);
void draw_head(Pen& pen, const Body& body, Face face);

// Between the shoulders, where both begin.
[[nodiscard]] Vec shoulder_root(const Body& body);

// What stands in the room, behind the figure or before it.
void draw_room(Pen& pen, const Motion& motion);                   // ground, wall, mat
void draw_kit(Pen& pen, const Motion& motion, const Body& body);  // chair, stool, roller, ball
void draw_kit_front(Pen& pen, const Motion& motion, const Body& body);  // what covers the figure
void draw_shadow(Pen& pen, const Body& body);

// Marks: where it is felt, and which way it goes.
void draw_spots(Pen& pen, const Motion& motion, const Body& body);
void draw_arrows(Pen& pen, const Motion& motion);

}  // namespace limber::figure
